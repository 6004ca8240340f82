// Made by `npm run build`.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error('Regreen needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  process.exit(2);
}
import('./lib/action/index.js').catch(function (error) {
  console.error(error);
  process.exit(3);
});
