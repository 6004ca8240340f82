import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  maskOf
} from "./chunk-DMLJYXXX.js";
import {
  readReport
} from "./chunk-4UI3MT55.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-G62E4XM6.js";

// node_modules/pend/index.js
var require_pend = __commonJS({
  "node_modules/pend/index.js"(exports, module) {
    module.exports = Pend;
    function Pend() {
      this.pending = 0;
      this.max = Infinity;
      this.listeners = [];
      this.waiting = [];
      this.error = null;
    }
    Pend.prototype.go = function(fn) {
      if (this.pending < this.max) {
        pendGo(this, fn);
      } else {
        this.waiting.push(fn);
      }
    };
    Pend.prototype.wait = function(cb) {
      if (this.pending === 0) {
        cb(this.error);
      } else {
        this.listeners.push(cb);
      }
    };
    Pend.prototype.hold = function() {
      return pendHold(this);
    };
    function pendHold(self) {
      self.pending += 1;
      var called = false;
      return onCb;
      function onCb(err) {
        if (called) throw new Error("callback called twice");
        called = true;
        self.error = self.error || err;
        self.pending -= 1;
        if (self.waiting.length > 0 && self.pending < self.max) {
          pendGo(self, self.waiting.shift());
        } else if (self.pending === 0) {
          var listeners = self.listeners;
          self.listeners = [];
          listeners.forEach(cbListener);
        }
      }
      function cbListener(listener) {
        listener(self.error);
      }
    }
    function pendGo(self, fn) {
      fn(pendHold(self));
    }
  }
});

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = __commonJS({
  "node_modules/yauzl/fd-slicer.js"(exports) {
    var fs = __require("fs");
    var util = __require("util");
    var stream = __require("stream");
    var Readable = stream.Readable;
    var PassThrough = stream.PassThrough;
    var Pend = require_pend();
    var EventEmitter = __require("events").EventEmitter;
    exports.BufferSlicer = BufferSlicer;
    exports.FdSlicer = FdSlicer;
    util.inherits(FdSlicer, EventEmitter);
    function FdSlicer(fd) {
      EventEmitter.call(this);
      this.fd = fd;
      this.pend = new Pend();
      this.pend.max = 1;
      this.refCount = 0;
    }
    FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      var self = this;
      self.pend.go(function(cb) {
        fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer2) {
          cb();
          callback(err, bytesRead, buffer2);
        });
      });
    };
    FdSlicer.prototype.createReadStream = function(options2) {
      return new ReadStream(this, options2);
    };
    FdSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    FdSlicer.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount < 0) throw new Error("invalid unref");
      if (self.refCount > 0) return;
      fs.close(self.fd, onCloseDone);
      function onCloseDone(err) {
        if (err) {
          self.emit("error", err);
        } else {
          self.emit("close");
        }
      }
    };
    util.inherits(ReadStream, Readable);
    function ReadStream(context, options2) {
      options2 = options2 || {};
      Readable.call(this, options2);
      this.context = context;
      this.context.ref();
      this.start = options2.start || 0;
      this.endOffset = options2.end;
      this.pos = this.start;
    }
    ReadStream.prototype._read = function(n) {
      var self = this;
      var toRead = Math.min(self._readableState.highWaterMark, n);
      if (self.endOffset != null) {
        toRead = Math.min(toRead, self.endOffset - self.pos);
      }
      if (toRead <= 0) {
        self.push(null);
        this._cleanup();
        return;
      }
      self.context.pend.go(function(cb) {
        var buffer = Buffer.allocUnsafe(toRead);
        fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
          if (err) {
            self.destroy(err);
          } else if (bytesRead === 0) {
            self.push(null);
            self._cleanup();
          } else {
            self.pos += bytesRead;
            self.push(buffer.slice(0, bytesRead));
          }
          cb();
        });
      });
    };
    ReadStream.prototype._destroy = function(err, cb) {
      this._cleanup();
      cb(err);
    };
    ReadStream.prototype._cleanup = function() {
      if (this.context != null) {
        this.context.unref();
        this.context = null;
      }
    };
    util.inherits(BufferSlicer, EventEmitter);
    function BufferSlicer(buffer) {
      EventEmitter.call(this);
      this.refCount = 0;
      this.buffer = buffer;
    }
    BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
      if (position < 0) throw new RangeError("position is negative: " + position);
      if (offset + length > buffer.length) {
        length = buffer.length - offset;
      }
      if (position + length > this.buffer.length) {
        length = this.buffer.length - position;
      }
      if (length <= 0) {
        setImmediate(function() {
          callback(null, 0);
        });
        return;
      }
      this.buffer.copy(buffer, offset, position, position + length);
      setImmediate(function() {
        callback(null, length);
      });
    };
    BufferSlicer.prototype.createReadStream = function(options2) {
      options2 = options2 || {};
      var readStream2 = new PassThrough(options2);
      readStream2.start = options2.start || 0;
      readStream2.endOffset = options2.end;
      readStream2.pos = readStream2.endOffset || this.buffer.length;
      var entireSlice = this.buffer.slice(readStream2.start, readStream2.pos);
      var maxChunkSize = 65536;
      var offset = 0;
      while (true) {
        var nextOffset = offset + maxChunkSize;
        if (nextOffset >= entireSlice.length) {
          if (offset < entireSlice.length) {
            readStream2.write(entireSlice.slice(offset, entireSlice.length));
          }
          break;
        }
        readStream2.write(entireSlice.slice(offset, nextOffset));
        offset = nextOffset;
      }
      readStream2.end();
      return readStream2;
    };
    BufferSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    BufferSlicer.prototype.unref = function() {
      this.refCount -= 1;
      if (this.refCount < 0) {
        throw new Error("invalid unref");
      }
    };
  }
});

// node_modules/yauzl/crc32.js
var require_crc32 = __commonJS({
  "node_modules/yauzl/crc32.js"(exports, module) {
    var CRC_TABLE = new Int32Array([
      0,
      1996959894,
      3993919788,
      2567524794,
      124634137,
      1886057615,
      3915621685,
      2657392035,
      249268274,
      2044508324,
      3772115230,
      2547177864,
      162941995,
      2125561021,
      3887607047,
      2428444049,
      498536548,
      1789927666,
      4089016648,
      2227061214,
      450548861,
      1843258603,
      4107580753,
      2211677639,
      325883990,
      1684777152,
      4251122042,
      2321926636,
      335633487,
      1661365465,
      4195302755,
      2366115317,
      997073096,
      1281953886,
      3579855332,
      2724688242,
      1006888145,
      1258607687,
      3524101629,
      2768942443,
      901097722,
      1119000684,
      3686517206,
      2898065728,
      853044451,
      1172266101,
      3705015759,
      2882616665,
      651767980,
      1373503546,
      3369554304,
      3218104598,
      565507253,
      1454621731,
      3485111705,
      3099436303,
      671266974,
      1594198024,
      3322730930,
      2970347812,
      795835527,
      1483230225,
      3244367275,
      3060149565,
      1994146192,
      31158534,
      2563907772,
      4023717930,
      1907459465,
      112637215,
      2680153253,
      3904427059,
      2013776290,
      251722036,
      2517215374,
      3775830040,
      2137656763,
      141376813,
      2439277719,
      3865271297,
      1802195444,
      476864866,
      2238001368,
      4066508878,
      1812370925,
      453092731,
      2181625025,
      4111451223,
      1706088902,
      314042704,
      2344532202,
      4240017532,
      1658658271,
      366619977,
      2362670323,
      4224994405,
      1303535960,
      984961486,
      2747007092,
      3569037538,
      1256170817,
      1037604311,
      2765210733,
      3554079995,
      1131014506,
      879679996,
      2909243462,
      3663771856,
      1141124467,
      855842277,
      2852801631,
      3708648649,
      1342533948,
      654459306,
      3188396048,
      3373015174,
      1466479909,
      544179635,
      3110523913,
      3462522015,
      1591671054,
      702138776,
      2966460450,
      3352799412,
      1504918807,
      783551873,
      3082640443,
      3233442989,
      3988292384,
      2596254646,
      62317068,
      1957810842,
      3939845945,
      2647816111,
      81470997,
      1943803523,
      3814918930,
      2489596804,
      225274430,
      2053790376,
      3826175755,
      2466906013,
      167816743,
      2097651377,
      4027552580,
      2265490386,
      503444072,
      1762050814,
      4150417245,
      2154129355,
      426522225,
      1852507879,
      4275313526,
      2312317920,
      282753626,
      1742555852,
      4189708143,
      2394877945,
      397917763,
      1622183637,
      3604390888,
      2714866558,
      953729732,
      1340076626,
      3518719985,
      2797360999,
      1068828381,
      1219638859,
      3624741850,
      2936675148,
      906185462,
      1090812512,
      3747672003,
      2825379669,
      829329135,
      1181335161,
      3412177804,
      3160834842,
      628085408,
      1382605366,
      3423369109,
      3138078467,
      570562233,
      1426400815,
      3317316542,
      2998733608,
      733239954,
      1555261956,
      3268935591,
      3050360625,
      752459403,
      1541320221,
      2607071920,
      3965973030,
      1969922972,
      40735498,
      2617837225,
      3943577151,
      1913087877,
      83908371,
      2512341634,
      3803740692,
      2075208622,
      213261112,
      2463272603,
      3855990285,
      2094854071,
      198958881,
      2262029012,
      4057260610,
      1759359992,
      534414190,
      2176718541,
      4139329115,
      1873836001,
      414664567,
      2282248934,
      4279200368,
      1711684554,
      285281116,
      2405801727,
      4167216745,
      1634467795,
      376229701,
      2685067896,
      3608007406,
      1308918612,
      956543938,
      2808555105,
      3495958263,
      1231636301,
      1047427035,
      2932959818,
      3654703836,
      1088359270,
      936918e3,
      2847714899,
      3736837829,
      1202900863,
      817233897,
      3183342108,
      3401237130,
      1404277552,
      615818150,
      3134207493,
      3453421203,
      1423857449,
      601450431,
      3009837614,
      3294710456,
      1567103746,
      711928724,
      3020668471,
      3272380065,
      1510334235,
      755167117
    ]);
    function crc32(buf) {
      let crc = -1;
      for (let x of buf) {
        crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
      }
      return (crc ^ -1) >>> 0;
    }
    module.exports = crc32;
  }
});

// node_modules/yauzl/index.js
var require_yauzl = __commonJS({
  "node_modules/yauzl/index.js"(exports) {
    var fs = __require("fs");
    var zlib = __require("zlib");
    var fd_slicer = require_fd_slicer();
    var util = __require("util");
    var EventEmitter = __require("events").EventEmitter;
    var Transform = __require("stream").Transform;
    var PassThrough = __require("stream").PassThrough;
    var Writable = __require("stream").Writable;
    var crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
    exports.open = open2;
    exports.fromFd = fromFd;
    exports.fromBuffer = fromBuffer;
    exports.fromRandomAccessReader = fromRandomAccessReader;
    exports.openPromise = openPromise2;
    exports.fromFdPromise = fromFdPromise;
    exports.fromBufferPromise = fromBufferPromise2;
    exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;
    exports.dosDateTimeToDate = dosDateTimeToDate;
    exports.getFileNameLowLevel = getFileNameLowLevel;
    exports.validateFileName = validateFileName;
    exports.parseExtraFields = parseExtraFields;
    exports.ZipFile = ZipFile;
    exports.Entry = Entry;
    exports.LocalFileHeader = LocalFileHeader;
    exports.RandomAccessReader = RandomAccessReader;
    function openPromise2(path, options2) {
      return new Promise((resolve, reject) => {
        open2(path, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromFdPromise(fd, options2) {
      return new Promise((resolve, reject) => {
        fromFd(fd, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromBufferPromise2(buffer, options2) {
      return new Promise((resolve, reject) => {
        fromBuffer(buffer, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function fromRandomAccessReaderPromise(reader, totalSize, options2) {
      return new Promise((resolve, reject) => {
        fromRandomAccessReader(reader, totalSize, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve(zipfile);
        });
      });
    }
    function open2(path, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.open(path, "r", function(err, fd) {
        if (err) return callback(err);
        fromFd(fd, options2, function(err2, zipfile) {
          if (err2) fs.close(fd, defaultCallback);
          callback(err2, zipfile);
        });
      });
    }
    function fromFd(fd, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.fstat(fd, function(err, stats) {
        if (err) return callback(err);
        var reader = new fd_slicer.FdSlicer(fd);
        fromRandomAccessReader(reader, stats.size, options2, callback);
      });
    }
    function fromBuffer(buffer, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      var reader = new fd_slicer.BufferSlicer(buffer);
      fromRandomAccessReader(reader, buffer.length, options2, callback);
    }
    function fromRandomAccessReader(reader, totalSize, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      var decodeStrings = !!options2.decodeStrings;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
      if (totalSize > Number.MAX_SAFE_INTEGER) {
        throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
      }
      reader.ref();
      var eocdrWithoutCommentSize = 22;
      var zip64EocdlSize = 20;
      var maxCommentSize = 65535;
      var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
      var buffer = newBuffer(bufferSize);
      var bufferReadStart = totalSize - buffer.length;
      readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
        if (err) return callback(err);
        for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
          if (buffer.readUInt32LE(i) !== 101010256) continue;
          var eocdrBuffer = buffer.subarray(i);
          var diskNumber = eocdrBuffer.readUInt16LE(4);
          var entryCount = eocdrBuffer.readUInt16LE(10);
          var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
          var commentLength = eocdrBuffer.readUInt16LE(20);
          var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
          if (commentLength !== expectedCommentLength) {
            return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263A\u263B` in the comment?"));
          }
          var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
          if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
            var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
            var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
            var zip64EocdrBuffer = newBuffer(56);
            return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err2) {
              if (err2) return callback(err2);
              if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) {
                return callback(new Error("invalid zip64 end of central directory record signature"));
              }
              diskNumber = zip64EocdrBuffer.readUInt32LE(16);
              if (diskNumber !== 0) {
                return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
              }
              entryCount = readUInt64LE(zip64EocdrBuffer, 32);
              centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
              return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
            });
          }
          if (diskNumber !== 0) {
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
        }
        callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
      });
    }
    util.inherits(ZipFile, EventEmitter);
    function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
      var self = this;
      EventEmitter.call(self);
      self.reader = reader;
      self.reader.on("error", function(err) {
        emitError(self, err);
      });
      self.reader.once("close", function() {
        self.emit("close");
      });
      self.readEntryCursor = centralDirectoryOffset;
      self.fileSize = fileSize;
      self.entryCount = entryCount;
      self.comment = comment;
      self.entriesRead = 0;
      self.autoClose = !!autoClose;
      self.lazyEntries = !!lazyEntries;
      self.decodeStrings = !!decodeStrings;
      self.validateEntrySizes = !!validateEntrySizes;
      self.strictFileNames = !!strictFileNames;
      self.isOpen = true;
      self.emittedError = false;
      self.hasEachEntryBeenCalled = false;
      if (!self.lazyEntries) self._readEntry();
    }
    ZipFile.prototype.close = function() {
      if (!this.isOpen) return;
      this.isOpen = false;
      this.reader.unref();
    };
    function emitErrorAndAutoClose(self, err) {
      if (self.autoClose) self.close();
      emitError(self, err);
    }
    function emitError(self, err) {
      if (self.emittedError) return;
      self.emittedError = true;
      self.emit("error", err);
    }
    ZipFile.prototype.readEntry = function() {
      if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
      this._readEntry();
    };
    ZipFile.prototype._readEntry = function() {
      var self = this;
      if (self.entryCount === self.entriesRead) {
        setImmediate(function() {
          if (self.autoClose) self.close();
          if (self.emittedError) return;
          self.emit("end");
        });
        return;
      }
      if (self.emittedError) return;
      var buffer = newBuffer(46);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
        if (err) return emitErrorAndAutoClose(self, err);
        if (self.emittedError) return;
        var entry = new Entry();
        var signature = buffer.readUInt32LE(0);
        if (signature !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
        entry.versionMadeBy = buffer.readUInt16LE(4);
        entry.versionNeededToExtract = buffer.readUInt16LE(6);
        entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
        entry.compressionMethod = buffer.readUInt16LE(10);
        entry.lastModFileTime = buffer.readUInt16LE(12);
        entry.lastModFileDate = buffer.readUInt16LE(14);
        entry.crc32 = buffer.readUInt32LE(16);
        entry.compressedSize = buffer.readUInt32LE(20);
        entry.uncompressedSize = buffer.readUInt32LE(24);
        entry.fileNameLength = buffer.readUInt16LE(28);
        entry.extraFieldLength = buffer.readUInt16LE(30);
        entry.fileCommentLength = buffer.readUInt16LE(32);
        entry.internalFileAttributes = buffer.readUInt16LE(36);
        entry.externalFileAttributes = buffer.readUInt32LE(38);
        entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
        if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
        self.readEntryCursor += 46;
        buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
        readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err2) {
          if (err2) return emitErrorAndAutoClose(self, err2);
          if (self.emittedError) return;
          entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
          var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
          entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
          entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
          try {
            entry.extraFields = parseExtraFields(entry.extraFieldRaw);
          } catch (err3) {
            return emitErrorAndAutoClose(self, err3);
          }
          if (self.decodeStrings) {
            var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
            entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
            entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
            var errorMessage = validateFileName(entry.fileName);
            if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
          } else {
            entry.fileComment = entry.fileCommentRaw;
            entry.fileName = entry.fileNameRaw;
          }
          entry.comment = entry.fileComment;
          self.readEntryCursor += buffer.length;
          self.entriesRead += 1;
          for (var i = 0; i < entry.extraFields.length; i++) {
            var extraField = entry.extraFields[i];
            if (extraField.id !== 1) continue;
            var zip64EiefBuffer = extraField.data;
            var index = 0;
            if (entry.uncompressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
              }
              entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.compressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
              }
              entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.relativeOffsetOfLocalHeader === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
              }
              entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            break;
          }
          if (self.validateEntrySizes && entry.compressionMethod === 0) {
            var expectedCompressedSize = entry.uncompressedSize;
            if (entry.isEncrypted()) {
              expectedCompressedSize += 12;
            }
            if (entry.compressedSize !== expectedCompressedSize) {
              var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
              return emitErrorAndAutoClose(self, new Error(msg));
            }
          }
          self.emit("entry", entry);
          if (!self.lazyEntries) self._readEntry();
        });
      });
    };
    ZipFile.prototype.eachEntry = function() {
      const self = this;
      if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
      if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
      self.hasEachEntryBeenCalled = true;
      let pendingResolveReject = null;
      self.on("entry", onEntry);
      self.on("end", onEnd);
      self.on("error", onError);
      function cleanup() {
        self.removeListener("entry", onEntry);
        self.removeListener("end", onEnd);
        self.removeListener("error", onError);
        if (self.autoClose) self.close();
      }
      function onEntry(entry) {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        resolve({ value: entry });
      }
      function onEnd() {
        let { resolve } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        resolve({ done: true });
      }
      function onError(err) {
        let { reject } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        reject(err);
      }
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          const promise = new Promise((resolve, reject) => {
            if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
            pendingResolveReject = { resolve, reject };
          });
          self.readEntry();
          return promise;
        },
        return(value) {
          cleanup();
          return Promise.resolve({ done: true, value });
        },
        throw(value) {
          cleanup();
          return Promise.reject(value);
        }
      };
    };
    ZipFile.prototype.openReadStream = function(entry, options2, callback) {
      var self = this;
      var relativeStart = 0;
      var relativeEnd = entry.compressedSize;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) {
        options2 = {};
      } else {
        if (options2.decodeFileData === false) {
          if (options2.decrypt != null) {
            throw new Error("cannot use options.decrypt when options.decodeFileData === false");
          }
          if (options2.decompress != null) {
            throw new Error("cannot use options.decompress when options.decodeFileData === false");
          }
        } else {
          if (options2.decrypt != null) {
            if (!entry.isEncrypted()) {
              throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
            }
            if (options2.decrypt !== false) throw new Error("invalid options.decrypt value: " + options2.decrypt);
            if (entry.isCompressed()) {
              if (options2.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
            }
          }
          if (options2.decompress != null) {
            if (!entry.isCompressed()) {
              throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
            }
            if (!(options2.decompress === false || options2.decompress === true)) {
              throw new Error("invalid options.decompress value: " + options2.decompress);
            }
            decompress = options2.decompress;
          }
        }
        if (options2.start != null) {
          relativeStart = options2.start;
          if (relativeStart < 0) throw new Error("options.start < 0");
          if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
        }
        if (options2.end != null) {
          relativeEnd = options2.end;
          if (relativeEnd < 0) throw new Error("options.end < 0");
          if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
          if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
        }
      }
      var rawMode = options2.decodeFileData === false || // Explicitly requested raw.
      (entry.compressionMethod === 0 || // Naturally without compression.
      entry.compressionMethod === 8 && options2.decompress === false) && (!entry.isEncrypted() || // Naturally without encryption.
      options2.decrypt === false);
      if (options2.start != null || options2.end != null) {
        if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
      }
      if (!self.isOpen) return callback(new Error("closed"));
      if (entry.isEncrypted() && !rawMode) {
        if (options2.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
      }
      var decompress;
      if (rawMode) {
        decompress = false;
      } else if (entry.compressionMethod === 8) {
        decompress = options2.decodeFileData !== true;
      } else {
        return callback(new Error("unsupported compression method: " + entry.compressionMethod));
      }
      self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
        if (err) return callback(err);
        self.openReadStreamLowLevel(
          localFileHeader.fileDataStart,
          entry.compressedSize,
          relativeStart,
          relativeEnd,
          decompress,
          entry.uncompressedSize,
          callback
        );
      });
    };
    ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
      var self = this;
      var fileDataEnd = fileDataStart + compressedSize;
      var readStream2 = self.reader.createReadStream({
        start: fileDataStart + relativeStart,
        end: fileDataStart + relativeEnd
      });
      var endpointStream = readStream2;
      if (decompress) {
        var destroyed = false;
        var inflateFilter = zlib.createInflateRaw();
        readStream2.on("error", function(err) {
          setImmediate(function() {
            if (!destroyed) inflateFilter.emit("error", err);
          });
        });
        readStream2.pipe(inflateFilter);
        if (self.validateEntrySizes) {
          endpointStream = new AssertByteCountStream(uncompressedSize);
          inflateFilter.on("error", function(err) {
            setImmediate(function() {
              if (!destroyed) endpointStream.emit("error", err);
            });
          });
          inflateFilter.pipe(endpointStream);
        } else {
          endpointStream = inflateFilter;
        }
        installDestroyFn(endpointStream, function() {
          destroyed = true;
          if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
          readStream2.unpipe(inflateFilter);
          readStream2.destroy();
        });
      }
      callback(null, endpointStream);
    };
    ZipFile.prototype.readLocalFileHeader = function(entry, options2, callback) {
      var self = this;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      self.reader.ref();
      var buffer = newBuffer(30);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
        try {
          if (err) return callback(err);
          var signature = buffer.readUInt32LE(0);
          if (signature !== 67324752) {
            return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
          }
          var fileNameLength = buffer.readUInt16LE(26);
          var extraFieldLength = buffer.readUInt16LE(28);
          var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
          if (fileDataStart + entry.compressedSize > self.fileSize) {
            return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
          }
          if (options2.minimal) {
            return callback(null, { fileDataStart });
          }
          var localFileHeader = new LocalFileHeader();
          localFileHeader.fileDataStart = fileDataStart;
          localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
          localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
          localFileHeader.compressionMethod = buffer.readUInt16LE(8);
          localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
          localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
          localFileHeader.crc32 = buffer.readUInt32LE(14);
          localFileHeader.compressedSize = buffer.readUInt32LE(18);
          localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
          localFileHeader.fileNameLength = fileNameLength;
          localFileHeader.extraFieldLength = extraFieldLength;
          buffer = newBuffer(fileNameLength + extraFieldLength);
          self.reader.ref();
          readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err2) {
            try {
              if (err2) return callback(err2);
              localFileHeader.fileName = buffer.subarray(0, fileNameLength);
              localFileHeader.extraField = buffer.subarray(fileNameLength);
              return callback(null, localFileHeader);
            } finally {
              self.reader.unref();
            }
          });
        } finally {
          self.reader.unref();
        }
      });
    };
    ZipFile.prototype.openReadStreamPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.openReadStream(entry, options2, function(err, readStream2) {
          if (err) return reject(err);
          resolve(readStream2);
        });
      });
    };
    ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
      return new Promise((resolve, reject) => {
        this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream2) {
          if (err) return reject(err);
          resolve(readStream2);
        });
      });
    };
    ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options2) {
      return new Promise((resolve, reject) => {
        this.readLocalFileHeader(entry, options2, function(err, localFileHeader) {
          if (err) return reject(err);
          resolve(localFileHeader);
        });
      });
    };
    function Entry() {
    }
    Entry.prototype.getLastModDate = function(options2) {
      if (options2 == null) options2 = {};
      if (!options2.forceDosFormat) {
        for (var i = 0; i < this.extraFields.length; i++) {
          var extraField = this.extraFields[i];
          if (extraField.id === 21589) {
            var data = extraField.data;
            if (data.length < 5) continue;
            var flags = data[0];
            var HAS_MTIME = 1;
            if (!(flags & HAS_MTIME)) continue;
            var posixTimestamp = data.readInt32LE(1);
            return new Date(posixTimestamp * 1e3);
          } else if (extraField.id === 10) {
            var data = extraField.data;
            if (data.length !== 32) continue;
            if (data.readUInt16LE(4) !== 1) continue;
            if (data.readUInt16LE(6) !== 24) continue;
            var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
            var millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
            return new Date(millisecondsSince1970);
          }
        }
      }
      return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options2.timezone);
    };
    Entry.prototype.canDecodeFileData = function() {
      return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
    };
    Entry.prototype.isEncrypted = function() {
      return (this.generalPurposeBitFlag & 1) !== 0;
    };
    Entry.prototype.isCompressed = function() {
      return this.compressionMethod === 8;
    };
    function LocalFileHeader() {
    }
    function dosDateTimeToDate(date, time, timezone) {
      var day = date & 31;
      var month = (date >> 5 & 15) - 1;
      var year = (date >> 9 & 127) + 1980;
      var millisecond = 0;
      var second2 = (time & 31) * 2;
      var minute = time >> 5 & 63;
      var hour = time >> 11 & 31;
      if (timezone == null || timezone === "local") {
        return new Date(year, month, day, hour, minute, second2, millisecond);
      } else if (timezone === "UTC") {
        return new Date(Date.UTC(year, month, day, hour, minute, second2, millisecond));
      } else {
        throw new Error("unrecognized options.timezone: " + options.timezone);
      }
    }
    function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
      var fileName = null;
      for (var i = 0; i < extraFields.length; i++) {
        var extraField = extraFields[i];
        if (extraField.id === 28789) {
          if (extraField.data.length < 6) {
            continue;
          }
          if (extraField.data.readUInt8(0) !== 1) {
            continue;
          }
          var oldNameCrc32 = extraField.data.readUInt32LE(1);
          if (crc32(fileNameBuffer) !== oldNameCrc32) {
            continue;
          }
          fileName = decodeBuffer(extraField.data.subarray(5), true);
          break;
        }
      }
      if (fileName == null) {
        var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
        fileName = decodeBuffer(fileNameBuffer, isUtf8);
      }
      if (!strictFileNames) {
        fileName = fileName.replace(/\\/g, "/");
      }
      return fileName;
    }
    function validateFileName(fileName) {
      if (fileName.indexOf("\\") !== -1) {
        return "invalid characters in fileName: " + fileName;
      }
      if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
        return "absolute path: " + fileName;
      }
      if (fileName.split("/").indexOf("..") !== -1) {
        return "invalid relative path: " + fileName;
      }
      return null;
    }
    function parseExtraFields(extraFieldBuffer) {
      var extraFields = [];
      var i = 0;
      while (i < extraFieldBuffer.length - 3) {
        var headerId = extraFieldBuffer.readUInt16LE(i + 0);
        var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
        var dataStart = i + 4;
        var dataEnd = dataStart + dataSize;
        if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
        var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
        extraFields.push({
          id: headerId,
          data: dataBuffer
        });
        i = dataEnd;
      }
      return extraFields;
    }
    function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
      if (length === 0) {
        return setImmediate(function() {
          callback(null, newBuffer(0));
        });
      }
      reader.read(buffer, offset, length, position, function(err, bytesRead) {
        if (err) return callback(err);
        if (bytesRead < length) {
          return callback(new Error("unexpected EOF"));
        }
        callback();
      });
    }
    util.inherits(AssertByteCountStream, Transform);
    function AssertByteCountStream(byteCount) {
      Transform.call(this);
      this.actualByteCount = 0;
      this.expectedByteCount = byteCount;
    }
    AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
      this.actualByteCount += chunk.length;
      if (this.actualByteCount > this.expectedByteCount) {
        var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb(null, chunk);
    };
    AssertByteCountStream.prototype._flush = function(cb) {
      if (this.actualByteCount < this.expectedByteCount) {
        var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb();
    };
    util.inherits(RandomAccessReader, EventEmitter);
    function RandomAccessReader() {
      EventEmitter.call(this);
      this.refCount = 0;
    }
    RandomAccessReader.prototype.ref = function() {
      this.refCount += 1;
    };
    RandomAccessReader.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount > 0) return;
      if (self.refCount < 0) throw new Error("invalid unref");
      self.close(onCloseDone);
      function onCloseDone(err) {
        if (err) return self.emit("error", err);
        self.emit("close");
      }
    };
    RandomAccessReader.prototype.createReadStream = function(options2) {
      if (options2 == null) options2 = {};
      var start = options2.start;
      var end = options2.end;
      if (start === end) {
        var emptyStream = new PassThrough();
        setImmediate(function() {
          emptyStream.end();
        });
        return emptyStream;
      }
      var stream = this._readStreamForRange(start, end);
      var destroyed = false;
      var refUnrefFilter = new RefUnrefFilter(this);
      stream.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) refUnrefFilter.emit("error", err);
        });
      });
      installDestroyFn(refUnrefFilter, function() {
        stream.unpipe(refUnrefFilter);
        refUnrefFilter.unref();
        stream.destroy();
      });
      var byteCounter = new AssertByteCountStream(end - start);
      refUnrefFilter.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) byteCounter.emit("error", err);
        });
      });
      installDestroyFn(byteCounter, function() {
        destroyed = true;
        refUnrefFilter.unpipe(byteCounter);
        refUnrefFilter.destroy();
      });
      return stream.pipe(refUnrefFilter).pipe(byteCounter);
    };
    RandomAccessReader.prototype._readStreamForRange = function(start, end) {
      throw new Error("not implemented");
    };
    RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
      var readStream2 = this.createReadStream({ start: position, end: position + length });
      var writeStream = new Writable();
      var written = 0;
      writeStream._write = function(chunk, encoding, cb) {
        chunk.copy(buffer, offset + written, 0, chunk.length);
        written += chunk.length;
        cb();
      };
      writeStream.on("finish", callback);
      readStream2.on("error", function(error) {
        callback(error);
      });
      readStream2.pipe(writeStream);
    };
    RandomAccessReader.prototype.close = function(callback) {
      setImmediate(callback);
    };
    util.inherits(RefUnrefFilter, PassThrough);
    function RefUnrefFilter(context) {
      PassThrough.call(this);
      this.context = context;
      this.context.ref();
      this.unreffedYet = false;
    }
    RefUnrefFilter.prototype._flush = function(cb) {
      this.unref();
      cb();
    };
    RefUnrefFilter.prototype.unref = function(cb) {
      if (this.unreffedYet) return;
      this.unreffedYet = true;
      this.context.unref();
    };
    var cp437 = "\0\u263A\u263B\u2665\u2666\u2663\u2660\u2022\u25D8\u25CB\u25D9\u2642\u2640\u266A\u266B\u263C\u25BA\u25C4\u2195\u203C\xB6\xA7\u25AC\u21A8\u2191\u2193\u2192\u2190\u221F\u2194\u25B2\u25BC !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\xC7\xFC\xE9\xE2\xE4\xE0\xE5\xE7\xEA\xEB\xE8\xEF\xEE\xEC\xC4\xC5\xC9\xE6\xC6\xF4\xF6\xF2\xFB\xF9\xFF\xD6\xDC\xA2\xA3\xA5\u20A7\u0192\xE1\xED\xF3\xFA\xF1\xD1\xAA\xBA\xBF\u2310\xAC\xBD\xBC\xA1\xAB\xBB\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255D\u255C\u255B\u2510\u2514\u2534\u252C\u251C\u2500\u253C\u255E\u255F\u255A\u2554\u2569\u2566\u2560\u2550\u256C\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256B\u256A\u2518\u250C\u2588\u2584\u258C\u2590\u2580\u03B1\xDF\u0393\u03C0\u03A3\u03C3\xB5\u03C4\u03A6\u0398\u03A9\u03B4\u221E\u03C6\u03B5\u2229\u2261\xB1\u2265\u2264\u2320\u2321\xF7\u2248\xB0\u2219\xB7\u221A\u207F\xB2\u25A0\xA0";
    function decodeBuffer(buffer, isUtf8) {
      if (isUtf8) {
        return buffer.toString("utf8");
      } else {
        var result = "";
        for (var i = 0; i < buffer.length; i++) {
          result += cp437[buffer[i]];
        }
        return result;
      }
    }
    function readUInt64LE(buffer, offset) {
      var lower32 = buffer.readUInt32LE(offset);
      var upper32 = buffer.readUInt32LE(offset + 4);
      return upper32 * 4294967296 + lower32;
    }
    var newBuffer;
    if (typeof Buffer.allocUnsafe === "function") {
      newBuffer = function(len) {
        return Buffer.allocUnsafe(len);
      };
    } else {
      newBuffer = function(len) {
        return new Buffer(len);
      };
    }
    function installDestroyFn(stream, fn) {
      if (typeof stream.destroy === "function") {
        stream._destroy = function(err, cb) {
          fn();
          if (cb != null) cb(err);
        };
      } else {
        stream.destroy = fn;
      }
    }
    function defaultCallback(err) {
      if (err) throw err;
    }
  }
});

// src/incident/distill/source.ts
import { basename } from "node:path/posix";

// src/incident/distill/lines.ts
import { TextDecoder } from "node:util";
var pieceChars = 8192;
var decodedBytes = 16384;
var LineSplitter = class {
  #onLine;
  #decoder = null;
  #rest = "";
  bytes = 0;
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(chunk) {
    this.bytes += chunk.length;
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    for (let at = 0; at < chunk.length; at += decodedBytes) {
      this.#take(this.#decoder.decode(chunk.subarray(at, at + decodedBytes), { stream: true }));
    }
  }
  /** The last line, which may lack its end. */
  end() {
    this.#take(this.#decoder?.decode() ?? "");
    if (this.#rest !== "") this.#emit(this.#rest);
    this.#rest = "";
  }
  #take(text) {
    const all = this.#rest === "" ? text : this.#rest + text;
    let from = 0;
    for (let to = all.indexOf("\n"); to !== -1; to = all.indexOf("\n", from)) {
      this.#emit(all.slice(from, to));
      from = to + 1;
    }
    while (all.length - from > pieceChars) {
      this.#emit(all.slice(from, from + pieceChars));
      from += pieceChars;
    }
    this.#rest = from === 0 ? all : all.slice(from);
  }
  #emit(line) {
    if (line.length > pieceChars) {
      for (let from = 0; from < line.length; from += pieceChars) this.#emit(line.slice(from, from + pieceChars));
      return;
    }
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (!text.includes("\r")) {
      this.#onLine(text, false);
      return;
    }
    const states = text.split("\r").filter((state) => state !== "");
    for (const [index, state] of states.entries()) this.#onLine(state, index < states.length - 1);
  }
};
function encodingOf(chunk) {
  if (chunk[0] === 255 && chunk[1] === 254) return "utf-16le";
  return chunk[0] === 254 && chunk[1] === 255 ? "utf-16be" : "utf-8";
}
function detached(text) {
  return `\0${text}`.slice(1);
}

// src/incident/distill/markup.ts
var timestamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?/;
var prefixed = /^\uFEFF?([^\t]{1,200})\t([^\t]{1,200})\t\uFEFF?(?=\d{4}-\d\d-\d\dT\d\d:)/;
var ansi = /[\u001b\u009b](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
var invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\uFEFF]/g;
var command = /^::([a-z][a-z-]*)((?: [^:]*(?::(?!:)[^:]*)*)?)::(.*)$/;
var noiseCommands = /* @__PURE__ */ new Set([
  ...["debug", "set-output", "save-state", "set-env", "add-path", "add-matcher", "remove-matcher", "stop-commands", "echo", "endgroup"]
]);
var noise = { kind: "noise" };
function readLogLine(raw) {
  const named = raw.includes("	") ? prefixed.exec(raw) : null;
  const rest = named === null ? raw : raw.slice(named[0].length);
  const stamp = startsWithDate(rest) ? timestamp.exec(rest)?.[0].length ?? 0 : 0;
  const text = stamp === 0 ? rest : rest.slice(stamp);
  return { job: named?.[1] ?? null, step: named?.[2] ?? null, marked: mark(withoutAnsi(text)) };
}
function startsWithDate(text) {
  const at = text.charCodeAt(0) === 65279 ? 1 : 0;
  return text.charCodeAt(at + 4) === 45 && text.charCodeAt(at + 10) === 84;
}
var withoutAnsi = (text) => text.includes("\x1B") || text.includes("\x9B") ? text.replace(ansi, "") : text;
var visible = (text) => withoutWorkspace(text.replace(invisible, "").trimEnd());
var workspace = /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|\b[A-Za-z]:[\\/]a)[\\/]([^\\/\s]+)[\\/]\1[\\/]/g;
var withoutWorkspace = (text) => text.replace(workspace, "");
function mark(text) {
  if (text.startsWith("##[")) return markOfRunner(text);
  if (text.startsWith("::")) return markOfCommand(text);
  return { kind: "text", text };
}
function markOfRunner(text) {
  const [, name = "", rest = ""] = /^##\[([a-z-]+)\](.*)$/.exec(text) ?? [];
  switch (name) {
    case "group":
      return { kind: "group", title: rest };
    case "endgroup":
      return { kind: "end-group" };
    case "error":
      return { kind: "error", text: rest };
    case "debug":
    case "command":
    case "section":
      return noise;
    default:
      return { kind: "text", text: name === "" ? text : rest };
  }
}
function markOfCommand(text) {
  const [, name = "", properties = "", message = ""] = command.exec(text) ?? [];
  if (name === "add-mask") return { kind: "mask", value: message };
  if (name === "group") return { kind: "text", text: message };
  if (name === "error") return { kind: "error", text: placeOf(properties) + unescaped(message) };
  if (name === "warning" || name === "notice") return { kind: "text", text: placeOf(properties) + unescaped(message) };
  if (noiseCommands.has(name) || /^::[^:\s]+::$/.test(text)) return noise;
  return { kind: "text", text };
}
function placeOf(properties) {
  const value = (name) => new RegExp(`(?:^|[ ,])${name}=([^,]*)`).exec(properties)?.[1] ?? null;
  const [file, line, column] = [value("file"), value("line"), value("col")];
  if (file === null || file === "") return "";
  return `${unescaped(file)}${line === null ? "" : `:${line}${column === null ? "" : `:${column}`}`}: `;
}
var escapes = { "%0A": " ", "%0D": "", "%25": "%", "%3A": ":", "%2C": "," };
var unescaped = (text) => text.replace(/%(?:0A|0D|25|3A|2C)/gi, (code) => escapes[code.toUpperCase()] ?? code);

// src/incident/distill/signals.ts
var telling = "abort assert build can't cannot caused conflict core could denied err excep exceed exit expec fail fatal invalid kill lost mismatch missing module no_s no_m not oom out_of panic permission received refused resol segm stack the_op time_ traceback unable uncaught und une unhandled unres violation got: left: want: right actual ___ #[ ld:";
var glyphs = new Set("\u2716\u2717\u2715\xD7\u25CF\u2718\u2A2F".split("").map((glyph) => glyph.charCodeAt(0)));
var beginnings = new Uint8Array(2 ** 15);
for (const word of telling.split(" ")) {
  const [a = 0, b = 0, c = 0] = [...word.replaceAll("_", word === "___" ? "_" : " ")].map((letter) => letter.charCodeAt(0) & 31);
  if (word.length > 2) beginnings[a << 10 | b << 5 | c] = 1;
}
function maySay(line) {
  let last = 0;
  let blank = true;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (blank && code > 32) {
      blank = false;
      if (code >= 48 && code <= 57 || code === 69 && line.charCodeAt(at + 1) === 32 || code === 35) return true;
    }
    if (code > 127) {
      if (glyphs.has(code)) return true;
      last = 0;
      continue;
    }
    last = (last << 5 | code & 31) & 32767;
    if (beginnings[last] === 1 || code === 58 && isDigit(line.charCodeAt(at + 1))) return true;
  }
  return false;
}
var isDigit = (code) => code >= 48 && code <= 57;
var harmless = /^\s*(?:[✓✔√]|ok \d|ok\s+\S+\s+[\d.]+s$|PASS(?:ED)?\b|--- PASS|\(pass\))|\.\.\. ok$|\bPASSED\b|^#? ?(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) 0?$|^\s*(?:✓|√)/;
var nothingWrong = /\b(?:0|no) (?:errors?|fail(?:ed|ures?|ing)|warnings?|problems?|vulnerabilities)\b/i;
var somethingWrong = /\b[1-9]\d* (?:errors?|fail(?:ed|ures?|ing)|problems?)\b/i;
var signals = [
  // A test says that it failed.
  {
    weight: 95,
    pattern: /^\s*(?:FAIL\s+\S+ > |● .+ › |● (?!Console|Cannot log|process\.exit)|--- FAIL: |FAILED \S+::|ERROR \S+::|(?:FAIL|ERROR): \w+ \()/
  },
  {
    weight: 95,
    pattern: /^(?:test .+ \.\.\. FAILED$|thread '.*' (?:\(\d+\) )?panicked at |---- .+ stdout ----$)|<<< (?:FAILURE|ERROR)!|^\s*\S.* > .+ FAILED$/
  },
  { weight: 92, pattern: /^\s*not ok \d+(?!.*# (?:SKIP|TODO))/i },
  { weight: 90, pattern: /^\s*[✖✗✕×✘⨯] \S|^\s+FAIL \[|^\s*(?:FAIL|FAILED)\b[\s:]+\S|^\s*Failed \S+ \[[\d<]/ },
  {
    weight: 88,
    pattern: /^_{4,} .+ _{4,}$|^E {3,}\S|Failure\/Error:|^\s+\d+\) (?:test )?\S|^\d+\) \S+(?:::|#)\S|^rspec \.\/|#\s+Failed test|\*\*\*(?:Failed|Timeout|Exception)/
  },
  // A compiler or linter names a place.
  {
    weight: 90,
    pattern: /\berror TS\d+: |\berror CS\d+: |\berror\[E\d+\]|\(\d+,\d+\): error\b|:\d+:\d+:? (?:- )?(?:fatal )?error\b|\.java:\d+: error: |\[ERROR\] .*\.(?:java|kt|scala):\[?\d+/
  },
  {
    weight: 85,
    pattern: /^\s*(?:\.{0,2}\/)?[\w@./\\-]+\.(?:go|c|cc|cpp|h|hpp|rs|swift|kt|py|rb|php|ex|exs):\d+(?::\d+)?: \S|^e: |^\s+\d+:\d+\s+error\s+\S|^error: (?!could not compile|test failed)|: undefined reference to |ld: .*not found|^Module not found:|^ERROR in |^\S+: error: /
  },
  // Something was thrown.
  {
    weight: 80,
    pattern: /^(?:\s*|.*\b(?:Uncaught|Unhandled|Caused by:|throw(?:n|s)?|rejection)\b.*)(?:[\w$.]+\.)?[A-Z][\w$]*(?:Error|Exception|Failure|Panic|Violation)\b(?:\s*(?:\[[\w-]+\]|\(.*\)))?(?::|$)/
  },
  {
    weight: 80,
    pattern: /^Traceback \(most recent call last\)|^panic: |^fatal error: |^fatal: |^Exception in thread |\bSegmentation fault\b|core dumped|heap out of memory|\bOOM\b|Out of memory|ENOSPC|No space left on device|^Caused by: |\*\*\* \w*Error|stack overflow|ERR_[A-Z_]{4,}|UnhandledPromiseRejection/
  },
  {
    weight: 75,
    pattern: /\bAssert(?:ion)?(?:Error|ionError|ion failed| failed)\b|^\s*(?:Expected|Received|expected|actual|received|left|right|want|got)\b ?.*: |expected .+ (?:to |but )/
  },
  {
    weight: 70,
    pattern: /\bE(?:RESOLVE|LIFECYCLE|NOENT|ACCES|ADDRINUSE|CONNREFUSED|USAGE|BADENGINE|TARGET|404|NOTFOUND|TIMEDOUT|CONNRESET|AI_AGAIN)\b|ModuleNotFoundError|Cannot find (?:module|package)|command not found|No such file or directory|Permission denied|not recognized as an? |timed out|timeout of \d+|[Tt]est timeout|exceeded the maximum|The operation was canceled|has exceeded|lost communication|No matching version|ResolutionImpossible|Could not resolve/
  },
  {
    weight: 60,
    pattern: /^npm (?:ERR!|error) (?!A complete log|\s*$|errno|path |command |Lifecycle|code ELIFECYCLE|workspace|location)\S|^(?:ERR_PNPM|➤ YN\d+.*Error|error Command failed|BUILD FAILED|FAILURE: Build|\[ERROR\] )|^error\b.*:|^ERROR\b/
  },
  {
    weight: 50,
    pattern: /\b[1-9]\d* (?:failed|failing|failures?|errors?|problems?)\b|(?:Failures|Errors|failed|Failed): [1-9]|^make(?:\[\d+\])?: \*\*\* |test result: FAILED|error: test failed|error: could not compile|^=+ (?:FAILURES|ERRORS) =+$/
  },
  {
    weight: 30,
    pattern: /\b(?:error|failed|failure|fatal|exception|cannot|can't|could not|couldn't|unable to|denied|refused|not found|no such|unexpected|invalid|aborted|killed|exceeded|mismatch|conflict|missing)\b/i
  }
];
var exitLine = /^Process completed with exit code (-?\d+)\.?$/;
var looked = 1e3;
function weightOf(line) {
  if (!maySay(line)) return 0;
  const text = line.length > looked ? line.slice(0, looked) : line;
  if (harmless.test(text) || nothingWrong.test(text) && !somethingWrong.test(text)) return 0;
  for (const { weight, pattern } of signals) if (pattern.test(text)) return weight;
  return line.length > looked && /\b(?:[A-Z]\w*(?:Error|Exception)\b|error:|FAILED|panic:)/.test(line) ? 40 : 0;
}
var frame = /^\s*(?:at |in |File "|from |#\d+ |\d+: +\S+::|--> |\S+\.(?:go|rs|py|rb):\d+)/;
var diffOrCode = /^\s*(?:[-+>|^~]|\d+ *\||❯|⎯|│|├|└|\.\.\.|Expected|Received|Difference|Diff|Actual|To see|Help:|help:|note:|= )/;
function continues(line) {
  return /^(?:\t| {2,})\S/.test(line) || frame.test(line) || diffOrCode.test(line);
}
function isForeignFrame(line) {
  return /^\s*(?:at |❯ |File "|from |in )/.test(line) && /node_modules[/\\]|\bnode:(?:internal|async_hooks|events|diagnostics)|site-packages|<anonymous>\)$|\/(?:usr|opt)\/|[/\\]\.cargo[/\\]|java\.base\/|org\.(?:junit|apache)\.|sun\.reflect|jdk\.internal|\/gems\//.test(
    line
  );
}

// src/incident/distill/template.ts
var space = 32;
var point = 46;
var isDigit2 = (code) => code >= 48 && code <= 57;
var isHex = (code) => isDigit2(code) || code >= 97 && code <= 102 || code >= 65 && code <= 70;
var isWord = (code) => isDigit2(code) || code >= 97 && code <= 122 || code >= 65 && code <= 90 || code === 95 || code > 127;
var prime = 16777619;
var seed = 2166136261;
var mix = (hash, code) => Math.imul(hash ^ code, prime);
var variable = 35;
function templateOf(text) {
  let hash = seed;
  let afterVariable = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (!isWord(code)) {
      const blank = code <= space;
      if (code === point && afterVariable && isDigit2(text.charCodeAt(at + 1))) {
        at++;
        continue;
      }
      if (!blank || !isBlankAt(text, at - 1)) hash = mix(hash, blank ? space : code);
      if (!blank) afterVariable = false;
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const word = wordHash(text, at, end);
    if (word === variable) {
      if (!afterVariable) hash = mix(hash, variable);
      afterVariable = true;
    } else if (!(afterVariable && isUnit(text, at, end))) {
      hash = mix(hash, word);
      afterVariable = false;
    }
    at = end;
  }
  return hash >>> 0;
}
function isBlankAt(text, at) {
  return at >= 0 && text.charCodeAt(at) <= space;
}
function wordEnd(text, from) {
  let at = from + 1;
  while (at < text.length && isWord(text.charCodeAt(at))) at++;
  return at;
}
function wordHash(text, from, end) {
  let hash = seed;
  let digits = 0;
  let hex = true;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit2(code)) {
      if (at === from || !isDigit2(text.charCodeAt(at - 1))) hash = mix(hash, variable);
      digits++;
    } else {
      hash = mix(hash, code);
      hex &&= isHex(code);
    }
  }
  const plainNumber = digits > 0 && (hex || isUnit(text, firstLetter(text, from, end), end));
  return plainNumber ? variable : hash;
}
function firstLetter(text, from, end) {
  let at = from;
  while (at < end && isDigit2(text.charCodeAt(at))) at++;
  return at;
}
var units = /* @__PURE__ */ new Set(["ms", "s", "m", "h", "sec", "secs", "min", "us", "ns", "seconds", "second", "KB", "MB", "GB", "kB", "B"]);
function isUnit(text, from, end) {
  return end - from <= 7 && units.has(text.slice(from, end));
}
var TemplateSet = class {
  #bits = new Uint8Array(bitCount / 8);
  add(template) {
    this.#set(template);
    this.#set(second(template));
  }
  has(template) {
    return this.#get(template) && this.#get(second(template));
  }
  #set(hash) {
    const bit = hash & bitCount - 1;
    this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | 1 << (bit & 7);
  }
  #get(hash) {
    const bit = hash & bitCount - 1;
    return ((this.#bits[bit >>> 3] ?? 0) & 1 << (bit & 7)) !== 0;
  }
};
var bitCount = 2 ** 24;
var second = (template) => (Math.imul(template ^ template >>> 15, 739982445) ^ template >>> 12) >>> 0;

// src/incident/distill/excerpts.ts
var before = 4;
var after = 7;
var longest = 70;
var longestLine = 400;
var mostExcerpts = 160;
var sameTemplate = 3;
var mostTemplates = 2e4;
var keyTemplates = 8;
var tailLines = 25;
var ExcerptCollector = class {
  #kept = [];
  #seen = /* @__PURE__ */ new Map();
  /** The last lines, for what stands before a telling one and for the end of a step; text as it came. */
  #recent = [];
  #open = null;
  #lastTaken = 0;
  /** Excerpts that were left out because others say more. */
  dropped = 0;
  /** `weight` 0 is a line that says nothing by itself. */
  add(line, step, text, weight, template, isNew) {
    if (weight > 0 && !this.#isRepeat(template)) this.#take(line, step, text, weight, template, isNew);
    else if (this.#open !== null) this.#follow(line, text);
    this.#recent.push(text);
    if (this.#recent.length > 20 * tailLines) this.#recent.splice(0, this.#recent.length - tailLines);
  }
  /** The end of a step that failed: its last lines count, whatever they say. */
  endStep(line, step, weight) {
    this.close();
    const from = Math.max(this.#lastTaken + 1, line - tailLines + 1);
    const last = this.#recent.slice(-tailLines).slice(-(line - from + 1));
    if (line < from || last.every((text) => text.trim() === "")) return;
    const excerpt = {
      firstLine: from,
      step,
      lines: last.map((text) => ({ text: shown(text), weight: 0 })),
      score: weight,
      key: `end:${last.map(templateOf).join()}`,
      isNew: false
    };
    this.#keep({ excerpt, tally: null });
    this.#lastTaken = line;
  }
  close() {
    const open2 = this.#open;
    if (open2 === null) return;
    this.#open = null;
    const lines = open2.lines.slice(0, lastWorthKeeping(open2.lines) + 1);
    const excerpt = {
      firstLine: open2.firstLine,
      step: open2.step,
      lines,
      score: open2.best + Math.min(30, open2.more),
      key: open2.templates.join(),
      isNew: open2.isNew
    };
    this.#lastTaken = open2.firstLine + lines.length - 1;
    const [first] = open2.templates;
    const seen = first === void 0 ? void 0 : this.#seen.get(first);
    const isFirst = seen !== void 0 && !seen.shown;
    if (isFirst) seen.shown = true;
    this.#keep({ excerpt, tally: isFirst ? seen : null });
  }
  /** In the order of the log. */
  excerpts() {
    this.close();
    const all = this.#kept.map(({ excerpt, tally }) => ({ ...excerpt, repeats: tally?.repeats ?? 0 }));
    return all.sort((a, b) => a.firstLine - b.firstLine);
  }
  #isRepeat(template) {
    const seen = this.#seen.get(template);
    if (seen === void 0) {
      if (this.#seen.size < mostTemplates) this.#seen.set(template, { count: 1, shown: false, repeats: 0 });
      return false;
    }
    seen.count++;
    if (seen.count <= sameTemplate) return false;
    if (seen.shown) seen.repeats++;
    return true;
  }
  #take(line, step, text, weight, template, isNew) {
    if (this.#open !== null && (this.#open.lines.length >= longest || this.#open.step !== step)) this.close();
    this.#open ??= this.#start(line, step);
    const open2 = this.#open;
    open2.lines.push({ text: shown(text), weight });
    if (open2.templates.length < keyTemplates && weight >= 50) open2.templates.push(template);
    if (open2.templates.length === 0) open2.templates.push(template);
    open2.more += Math.min(open2.best, weight) * 0.04;
    open2.best = Math.max(open2.best, weight);
    open2.isNew ||= isNew;
    open2.room = after;
  }
  #start(line, step) {
    const room = Math.max(0, Math.min(before, line - this.#lastTaken - 1, this.#recent.length));
    const context = room === 0 ? [] : this.#recent.slice(-room);
    const lines = context.map((text) => ({ text: shown(text), weight: 0 }));
    return { firstLine: line - room, step, lines, templates: [], best: 0, more: 0, isNew: false, room: after };
  }
  #follow(line, text) {
    const open2 = this.#open;
    if (open2 === null) return;
    if (!continues(text)) open2.room--;
    if (open2.room < 0 || open2.lines.length >= longest) {
      this.close();
      return;
    }
    open2.lines.push({ text: shown(text), weight: 0 });
    this.#lastTaken = line;
  }
  #keep(one) {
    if (this.#kept.length < mostExcerpts) {
      this.#kept.push(one);
      return;
    }
    this.dropped++;
    const scoreAt = (index) => this.#kept[index]?.excerpt.score ?? 0;
    let weakest = 0;
    for (const [index, { excerpt }] of this.#kept.entries()) if (excerpt.score < scoreAt(weakest)) weakest = index;
    if (scoreAt(weakest) < one.excerpt.score) this.#kept[weakest] = one;
  }
};
function lastWorthKeeping(lines) {
  let end = lines.length - 1;
  while (end > 0 && lines[end]?.weight === 0 && lines[end]?.text.trim() === "") end--;
  return end;
}
function shown(text) {
  const clean = visible(text);
  return detached(clean.length <= longestLine ? clean : clipAround(clean));
}
function clipAround(text) {
  const telling3 = /\b(?:[A-Z]\w*(?:Error|Exception)\b|error:|FAILED|panic:)/.exec(text.slice(longestLine - 100));
  const head = text.slice(0, telling3 === null ? longestLine : 160);
  const at = telling3 === null ? 0 : Math.max(160, telling3.index + longestLine - 100 - 20);
  const middle = telling3 === null ? "" : ` \u2026 ${text.slice(at, at + 220)}`;
  return `${head}${middle} \u2026 (a line of ${text.length} characters)`;
}

// src/incident/distill/failure-names.ts
var most = 200;
var longestName = 300;
var duration = String.raw`(?: \(?\[?<?[\d.,]+ ?(?:ms|s|m)\b.*)?`;
var forms = [
  // vitest
  { pattern: /^\s*FAIL\s+(?:\|.+?\|\s+)?(?<file>[^\s>]+\.\w+) > (?<name>.+?)(?: \[ .* \])?$/ },
  // jest
  { pattern: /^ {2}● (?<name>.+ › .+|(?!Console|Cannot log|Test suite failed)\S.*)$/, nameWith: "file-above" },
  // node:test, ava, bun
  { pattern: new RegExp(String.raw`^\s*[✖✗✕✘] (?!failing tests)(?<name>\S.*?)${duration}$`) },
  { pattern: /^\(fail\) (?<name>.+?)(?: \[[\d.]+ms\])?$/ },
  // TAP
  { pattern: /^\s*not ok \d+ (?:- )?(?!.*# (?:SKIP|TODO))(?<name>\S.*?)(?: # time=.*)?$/i },
  // pytest, unittest
  { pattern: /^(?:FAILED|ERROR) (?<name>(?<file>[^\s:(][^\s:]*)(?:::.*?)?)(?: - .*)?$/ },
  { pattern: /^(?:FAIL|ERROR): (?<name>\w+ \([\w.]+\))/ },
  // go, cargo, nextest
  { pattern: /^\s*--- FAIL: (?<name>\S+)/ },
  { pattern: /^test (?<name>\S+) \.\.\. FAILED$/ },
  { pattern: /^\s+FAIL \[[^\]]*\] (?<name>\S.*)$/ },
  // Maven, Gradle
  { pattern: /^(?:\[ERROR\] )?(?<name>\S+) (?:-- )?Time elapsed: .*<<< (?:FAILURE|ERROR)!/ },
  { pattern: /^(?<name>[\w.$]+ > .+) FAILED$/ },
  // RSpec, minitest, PHPUnit
  { pattern: /^rspec (?<file>\S+?):(?<line>\d+) # (?<name>.+)$/ },
  { pattern: /^(?<name>\w+#test_\w+) \[(?<file>\S+):(?<line>\d+)\]:/ },
  { pattern: /^\d+\) (?<name>[\w\\]+::\w+.*)$/ },
  // .NET, ExUnit, ctest, prove
  { pattern: /^\s*Failed (?<name>\S.*?) \[[\d<].*\]$/ },
  { pattern: /^\s+\d+\) (?<name>test .+ \([\w.]+\))$/ },
  { pattern: /^\s*\d+\/\d+ Test\s+#\d+: (?<name>\S+) \.*\*\*\*/ },
  { pattern: /^#\s+Failed test '(?<name>.+)'/ }
];
var mochaStart = /^ {2}\d+\) (?<name>\S.*)$/;
var FailureNames = class {
  #found = /* @__PURE__ */ new Map();
  /** Groups of tests as node:test opens them: they fail with what is in them. */
  #groups = /* @__PURE__ */ new Set();
  #file = null;
  #mocha = null;
  /** A line that says that something failed. */
  add(raw) {
    const line = visible(raw).slice(0, 1e3);
    this.#file = /^\s*FAIL\s+(\S+\.\w+)(?: \(.*\))?$/.exec(line)?.[1] ?? this.#file;
    const mocha = mochaStart.exec(line)?.groups?.name;
    if (mocha !== void 0 && !/^test .+ \([\w.]+\)$/.test(mocha)) {
      this.#mocha = [mocha];
      this.#finishMocha();
      return;
    }
    if (this.#mocha !== null && this.follow(raw)) return;
    for (const { pattern, nameWith } of forms) {
      const groups = pattern.exec(line)?.groups;
      if (groups?.name === void 0) continue;
      const file = groups.file ?? (nameWith === "file-above" ? this.#file : null);
      this.#note(groups.name, file, groups.line === void 0 ? null : Number(groups.line));
      return;
    }
  }
  /** Any other line; true when it was part of a name. */
  follow(raw) {
    const group = raw.includes("\u25B6") && this.#groups.size < most ? /^\s*▶ (\S.*)$/.exec(visible(raw).slice(0, 1e3))?.[1] : void 0;
    if (group !== void 0) this.#groups.add(detached(group.trim()));
    if (this.#mocha === null) return false;
    const part = /^ {4,}(\S.*)$/.exec(visible(raw).slice(0, 1e3))?.[1];
    if (part === void 0 || this.#mocha.length > 8) {
      this.#mocha = null;
      return false;
    }
    this.#mocha.push(part);
    this.#finishMocha();
    return true;
  }
  /** Without groups, and without names that stand there in full as well, unless nothing else is left. */
  tests() {
    const all = [...this.#found.values()];
    const inner = new Set(all.flatMap(({ name }) => name.includes(" \u203A ") ? [name.slice(name.lastIndexOf(" \u203A ") + 3)] : []));
    const own = all.filter(({ name }) => !this.#groups.has(name) && !inner.has(name));
    return own.length > 0 ? own : all;
  }
  #finishMocha() {
    const name = this.#mocha?.join(" ") ?? "";
    if (!name.endsWith(":")) return;
    this.#mocha = null;
    this.#note(name.slice(0, -1), null, null);
  }
  #note(name, file, line) {
    const short = detached(name.trim().slice(0, longestName));
    if (short === "" || this.#found.size >= most) return;
    const known = this.#found.get(short);
    if (known === void 0 || known.file === null && file !== null)
      this.#found.set(short, { name: short, file: file === null ? null : detached(file), line });
  }
};

// src/incident/distill/log.ts
var weights = { newLine: 12, knownLine: 0.15, endOfStep: 35, endOfLog: 20, elsewhere: 0.3 };
var mostSteps = 200;
var mostMasks = 100;
var commandChars = 2e3;
var LogDistiller = class {
  #splitter = new LineSplitter((text, overwritten) => this.#line(text, overwritten));
  #collector = new ExcerptCollector();
  #names = new FailureNames();
  #green;
  #steps = [{ title: null, commandLines: [], exitCode: null }];
  #masks = /* @__PURE__ */ new Set();
  #lines = 0;
  /** Within the lines that the runner prints above a step's output. */
  #inHeader = false;
  #named = "";
  /** `green`: the templates of the last green run's log of the same job. */
  constructor({ green = null } = {}) {
    this.#green = green;
  }
  push(chunk) {
    this.#splitter.push(chunk);
  }
  end() {
    this.#splitter.end();
    this.#collector.close();
    const failed = this.#steps.some(({ exitCode }) => exitCode !== null);
    if (!failed) this.#collector.endStep(this.#lines, this.#steps.length - 1, weights.endOfLog);
    return {
      lines: this.#lines,
      bytes: this.#splitter.bytes,
      steps: this.#steps.map(({ title, commandLines, exitCode }) => ({ title, command: commandOf(commandLines), exitCode })),
      excerpts: this.#collector.excerpts().map((excerpt) => this.#weighed(excerpt, failed)),
      dropped: this.#collector.dropped,
      tests: this.#names.tests(),
      comparedWithGreen: this.#green !== null,
      masks: [...this.#masks]
    };
  }
  /** What other steps print matters less once it is known which step failed. */
  #weighed(excerpt, failed) {
    const here = !failed || this.#steps[excerpt.step]?.exitCode !== null;
    return here ? excerpt : { ...excerpt, score: excerpt.score * weights.elsewhere };
  }
  #line(raw, overwritten) {
    const { step, marked } = readLogLine(raw);
    if (step !== null && step !== this.#named) {
      this.#named = step;
      this.#startStep(step);
    }
    switch (marked.kind) {
      case "noise":
        return;
      case "mask":
        if (marked.value.length >= 6 && this.#masks.size < mostMasks) this.#masks.add(detached(marked.value));
        return;
      case "group":
        this.#group(marked.title);
        return;
      case "end-group":
        this.#inHeader = false;
        return;
      case "error":
        this.#error(marked.text);
        return;
      case "text":
        if (this.#inHeader) this.#header(marked.text, raw);
        else if (marked.text === "Post job cleanup.") this.#startStep(marked.text);
        else this.#output(marked.text, overwritten);
    }
  }
  #group(title) {
    if (!/^Run /.test(title)) {
      this.#output(title, false);
      return;
    }
    if (this.#named === "") this.#startStep(title);
    else this.#current.title = `${this.#named}: ${title}`;
    this.#inHeader = true;
  }
  /** The script in colour, then the shell and the environment. A log that was cut may lack the end of it. */
  #header(text, raw) {
    const step = this.#current;
    if (raw.includes("\x1B[36;1m")) {
      if (step.commandLines.join("\n").length < commandChars) step.commandLines.push(detached(text));
    } else if (!/^(?:shell|env|with):|^ {2}[\w-]+: |^\s*$/.test(text) && weightOf(text) > 0) {
      this.#inHeader = false;
      this.#output(text, false);
    }
  }
  #error(text) {
    const code = exitLine.exec(text)?.[1];
    if (code === void 0) {
      this.#output(text, false, Math.max(72, weightOf(text)));
      return;
    }
    this.#current.exitCode = Number(code);
    this.#collector.endStep(this.#lines, this.#steps.length - 1, weights.endOfStep);
    this.#inHeader = false;
  }
  #output(printed, overwritten, given = null) {
    let weight = given ?? weightOf(printed);
    if (overwritten && weight < 60) return;
    const text = weight > 0 || this.#green !== null ? withoutWorkspace(printed) : printed;
    this.#lines++;
    const template = weight > 0 || this.#green !== null ? templateOf(text) : 0;
    const isNew = this.#green !== null && !this.#green.has(template);
    if (this.#green !== null) weight = weighAgainstGreen(weight, isNew, text);
    if (weight >= 40) this.#names.add(text);
    else this.#names.follow(text);
    this.#collector.add(this.#lines, this.#steps.length - 1, text, weight, template, isNew);
  }
  #startStep(given) {
    const title = detached(given);
    this.#collector.close();
    this.#inHeader = false;
    const step = this.#current;
    const unused = this.#steps.length === 1 && this.#lines === 0;
    if (unused) step.title = title;
    else if (this.#steps.length < mostSteps) this.#steps.push({ title, commandLines: [], exitCode: null });
  }
  get #current() {
    const step = this.#steps.at(-1);
    if (step === void 0) throw new Error("a log has at least one step");
    return step;
  }
};
function weighAgainstGreen(weight, isNew, text) {
  if (!isNew) return weight * weights.knownLine;
  if (weight > 0) return weight;
  return text.trim() === "" ? 0 : weights.newLine;
}
function commandOf(lines) {
  const text = lines.join("\n").trim();
  return text === "" ? null : text.slice(0, commandChars);
}
var LogTemplates = class {
  templates = new TemplateSet();
  #splitter = new LineSplitter((text) => {
    const { marked } = readLogLine(text);
    const printed = marked.kind === "group" ? marked.title : marked.kind === "text" || marked.kind === "error" ? marked.text : null;
    if (printed !== null) this.templates.add(templateOf(withoutWorkspace(printed)));
  });
  push(chunk) {
    this.#splitter.push(chunk);
  }
  end() {
    this.#splitter.end();
    return this.templates;
  }
};

// src/incident/distill/zip.ts
var import_yauzl = __toESM(require_yauzl(), 1);
async function readZip(source, limits, onEntry) {
  const problems = [];
  const zip = await open(source).catch((error) => {
    problems.push(`it is no zip archive that can be read: ${wordsOf(error)}`);
    return null;
  });
  if (zip === null) return { problems };
  try {
    await readEntries(zip, limits, onEntry, problems);
  } catch (error) {
    problems.push(`it is broken: ${wordsOf(error)}`);
  } finally {
    zip.close();
  }
  return { problems };
}
function open(source) {
  const options2 = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return typeof source === "string" ? (0, import_yauzl.openPromise)(source, options2) : (0, import_yauzl.fromBufferPromise)(source, options2);
}
async function readEntries(zip, limits, onEntry, problems) {
  let entries = 0;
  let left = limits.totalBytes;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    if (++entries > limits.entries) {
      problems.push(`only the first ${limits.entries} of its ${zip.entryCount} files were read`);
      return;
    }
    if (!entry.canDecodeFileData()) {
      problems.push(`${entry.fileName} is encrypted or packed in an unknown way`);
      continue;
    }
    if (left <= 0) {
      problems.push(`it unpacks to more than ${inMegabytes(limits.totalBytes)}: the rest was not read`);
      return;
    }
    const limit = Math.min(limits.entryBytes, left);
    const read = async function* () {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of bounded(stream, limit)) {
        left -= chunk.length;
        yield chunk;
      }
      if (entry.uncompressedSize > limit) problems.push(`${entry.fileName} is larger than ${inMegabytes(limit)}: its end was not read`);
    };
    await onEntry({ name: entry.fileName, read });
  }
}
async function* bounded(stream, limit) {
  let room = limit;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, room));
    if (part.length > 0) yield part;
    room -= part.length;
    if (room <= 0) return;
  }
}
var inMegabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
function wordsOf(error) {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

// src/incident/distill/source.ts
var nothingGathered = () => ({ legs: [], failed: [], reports: [], problems: [] });
var reportBytes = 64 * 2 ** 20;
var zipLimits = { entries: 2e3, entryBytes: 512 * 2 ** 20, totalBytes: 2 ** 30 };
async function readStream(name, stream, into, green = null) {
  const peeked = await peek(stream);
  if (mayBeReport(peeked.head)) {
    const { chunks, whole } = await collect(peeked, reportBytes);
    const results = whole ? await readReport(Buffer.concat(chunks).toString("utf8")) : null;
    if (results !== null) {
      into.reports.push(name ?? "standard input");
      for (const result of results) if (result.status === "failed") into.failed.push({ result, from: name ?? "standard input" });
      return;
    }
    return readLog(name, { head: Buffer.concat(chunks), rest: peeked.rest }, into, green);
  }
  return readLog(name, peeked, into, green);
}
async function readLog(name, { head, rest }, into, green) {
  const distiller = new LogDistiller({ green });
  distiller.push(head);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) distiller.push(next.value);
  into.legs.push({ name, log: distiller.end() });
}
async function readArchive(name, source, into, { limits, reportsOnly } = { limits: zipLimits, reportsOnly: false }) {
  const { problems } = await readZip(source, limits, async ({ name: path, read }) => {
    if (reportsOnly && !/\.(?:xml|json|jsonl|tap|trx)$/i.test(path)) return;
    if (/^[^/]+\/(?:\d+_.+|system)\.txt$/.test(path) || !/\.(?:txt|log|xml|json|jsonl|tap|trx|out)$/i.test(path)) return;
    const job = /^-?\d+_(.+)\.txt$/.exec(path)?.[1] ?? basename(path);
    const legs = into.legs.length;
    await readStream(job, read(), into);
    if (reportsOnly) into.legs.splice(legs);
  });
  into.problems.push(...problems.map((problem) => `${name}: ${problem}.`));
}
var isZip = (head) => head[0] === 80 && head[1] === 75 && (head[2] === 3 || head[2] === 5);
function mayBeReport(head) {
  const start = head.toString("utf8").replace(/^\uFEFF/, "").trimStart().slice(0, 200);
  return /^(?:<\?xml|<testsuites?\b|<TestRun\b|<assemblies\b|\{|\[\s*[\]{]|TAP version \d)/.test(start);
}
async function peek(stream) {
  const rest = stream[Symbol.asyncIterator]();
  const first = [];
  let bytes = 0;
  while (bytes < 256) {
    const next = await rest.next();
    if (next.done === true) break;
    first.push(next.value);
    bytes += next.value.length;
  }
  return { head: Buffer.concat(first), rest };
}
async function collect({ head, rest }, most2) {
  const chunks = [head];
  let bytes = head.length;
  while (bytes <= most2) {
    const next = await rest.next();
    if (next.done === true) return { chunks, whole: true };
    chunks.push(next.value);
    bytes += next.value.length;
  }
  return { chunks, whole: false };
}

// src/incident/distill/legs.ts
function fitLegs(legs, maxChars, mask = (text) => text) {
  const shared = share(legs);
  const total = shared.length;
  const chosen = /* @__PURE__ */ new Map();
  let room = maxChars - headRoom;
  let shortened = 0;
  for (const each of [...shared].sort((a, b) => b.excerpt.score - a.excerpt.score || a.order - b.order)) {
    const head = headOf(each, legs);
    const limit = Math.min(room, longestExcerpt) - head.length - 2;
    if (limit < 80) break;
    const body = shrink(each.excerpt, limit, mask);
    if (body.text === "") continue;
    if (body.isCut) shortened++;
    chosen.set(each, head + body.text);
    room -= head.length + body.text.length + 2;
  }
  const texts = shared.filter((each) => chosen.has(each)).map((each) => chosen.get(each) ?? "");
  return { text: texts.join("\n\n").slice(0, maxChars), cut: cutInWords(legs, total - chosen.size, shortened) };
}
var headRoom = 120;
var longestExcerpt = 5e3;
function share(legs) {
  const known = /* @__PURE__ */ new Map();
  const all = [];
  for (const { name, log } of legs) {
    for (const excerpt of log.excerpts) {
      const same = known.get(excerpt.key);
      if (same !== void 0 && legs.length > 1) {
        if (name !== null && !same.legs.includes(name)) same.legs.push(name);
        continue;
      }
      const entry = { excerpt, legs: name === null ? [] : [name], order: all.length };
      known.set(excerpt.key, entry);
      all.push(entry);
    }
  }
  return all;
}
function headOf({ excerpt, legs }, all) {
  const where = all.length < 2 ? [] : [legs.length === all.length ? `all ${all.length} failed jobs` : `only in ${listed(legs, 6)}`];
  const facts = [
    `line ${excerpt.firstLine}`,
    ...where,
    ...excerpt.isNew ? ["not in the last green run"] : [],
    ...excerpt.repeats > 0 ? [`and ${excerpt.repeats} times more alike`] : []
  ];
  return `[${facts.join(", ")}]
`;
}
function listed(names, most2) {
  const more = names.length - most2;
  return more > 0 ? `${names.slice(0, most2).join(", ")} and ${more} more` : names.join(", ");
}
function shrink(excerpt, maxChars, mask) {
  const lines = withoutForeignFrames(excerpt.lines).map((line) => ({ ...line, text: mask(line.text) }));
  const whole = lines.map(({ text }) => text).join("\n");
  if (whole.length <= maxChars) return { text: whole, isCut: false };
  const telling3 = lines.flatMap(({ weight }, index) => weight > 0 ? [index] : []);
  const distance = (index) => Math.min(...telling3.map((at) => index >= at ? index - at : 3 * (at - index)), lines.length);
  const order = lines.map(({ weight }, index) => ({ index, far: weight > 0 ? -weight : distance(index) })).sort((a, b) => a.far - b.far || a.index - b.index);
  const kept = /* @__PURE__ */ new Set();
  let room = maxChars;
  for (const { index } of order) {
    const length = (lines[index]?.text.length ?? 0) + 4;
    if (length > room) {
      if (kept.size === 0) return { text: `${lines[index]?.text.slice(0, Math.max(0, maxChars - 2))} \u2026`, isCut: true };
      continue;
    }
    kept.add(index);
    room -= length;
  }
  return { text: withGaps(lines, kept), isCut: true };
}
function withGaps(lines, kept) {
  const parts = [];
  let gap = false;
  for (const [index, { text }] of lines.entries()) {
    if (kept.has(index)) {
      parts.push(gap ? `\u2026
${text}` : text);
      gap = false;
    } else gap = true;
  }
  return parts.join("\n");
}
function withoutForeignFrames(lines) {
  const kept = [];
  let left = 0;
  const flush = () => {
    if (left > 0) kept.push({ text: `    \u2026 ${left} ${left === 1 ? "frame" : "frames"} of libraries \u2026`, weight: 0 });
    left = 0;
  };
  for (const line of lines) {
    if (line.weight === 0 && isForeignFrame(line.text)) {
      left++;
      continue;
    }
    flush();
    kept.push(line);
  }
  flush();
  return kept;
}
function cutInWords(legs, leftOut, shortened) {
  const dropped = legs.reduce((sum, { log }) => sum + log.dropped, 0) + leftOut;
  const lines = legs.reduce((sum, { log }) => sum + log.lines, 0);
  const said = [
    ...dropped > 0 ? [`${dropped} less telling ${dropped === 1 ? "place" : "places"}`] : [],
    ...shortened > 0 ? [`parts of ${shortened} long ${shortened === 1 ? "message" : "messages"}`] : []
  ];
  return said.length === 0 ? null : `left out of ${lines} lines: ${said.join(", ")}`;
}

// src/incident/distill/index.ts
var mostChars = 14e3;
var mostTests = 100;
var messageChars = 2e3;
var telling2 = 40;
function distillate(gathered, { mask, maxChars = mostChars }) {
  const clean = maskOf(mask, [...new Set(gathered.legs.flatMap(({ log }) => log.masks))]);
  const { text, cut } = fitLegs(gathered.legs, maxChars, clean);
  const tests = testsOf(gathered, clean);
  const more = tests.length - mostTests;
  const commands = gathered.legs.flatMap(
    ({ name, log }) => log.steps.flatMap(
      ({ title, command: command2, exitCode }) => exitCode === null ? [] : [{ from: name, step: cleanOrNull(title, clean), command: cleanOrNull(command2, clean), exitCode }]
    )
  );
  const told = gathered.legs.some(({ log }) => log.excerpts.some(({ lines }) => lines.some(({ weight }) => weight >= telling2)));
  return {
    failed: told || tests.length > 0 || commands.length > 0,
    tests: tests.slice(0, mostTests),
    commands,
    excerpts: text,
    cut: [cut, more > 0 ? `${more} more failing tests` : null].filter((part) => part !== null).join("; ") || null,
    problems: gathered.problems.map(clean)
  };
}
var cleanOrNull = (text, clean) => text === null ? null : clean(text);
function testsOf({ legs, failed }, clean) {
  const known = /* @__PURE__ */ new Map();
  const note = (key, test, from) => {
    const same = known.get(key);
    const entry = same ?? { ...test, from: [] };
    if (same === void 0) known.set(key, entry);
    if (from !== null && !entry.from.includes(from)) entry.from.push(from);
  };
  for (const { result, from } of failed) {
    const { id, file, line, message } = result;
    note(id, { name: clean(id), file, line, message: message === null ? null : clean(message).slice(0, messageChars) }, from);
  }
  for (const { name, log } of legs) {
    for (const test of log.tests) {
      const key = test.file === null ? test.name : `${test.file} > ${test.name}`;
      note(key, { ...test, name: clean(test.name), message: null }, name);
    }
  }
  return [...known.values()];
}

export {
  listed,
  LogTemplates,
  nothingGathered,
  readStream,
  readArchive,
  isZip,
  distillate
};
//# sourceMappingURL=chunk-H5BRLBJL.js.map
