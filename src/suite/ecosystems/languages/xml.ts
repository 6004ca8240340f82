// Reads XML reports as a tree. No document can make it fetch, expand or loop: DTDs are passed over, and only the five entities that XML
// itself has are known.
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without a namespace's prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Own text, without that of children; at most 64 Ki characters. */
  readonly text: string;
  /** Whether its end was read. */
  readonly closed: boolean;
}

export interface XmlReading {
  readonly root: XmlElement | null;
  /** Why the document cannot be believed to be whole; null when it is well-formed. */
  readonly broken: string | null;
}

const maxDepth = 64;
const maxElements = 3_000_000;
const maxText = 65_536;

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
  chars: number;
  closed: boolean;
}

/** Never throws. Characters that XML forbids, which test output is full of, are left out first. */
export function readXml(text: string): XmlReading {
  const reader = new TreeReader();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('closetag', () => reader.close());
  parser.on('text', (chunk) => reader.text(chunk));
  parser.on('cdata', (chunk) => reader.text(chunk));
  parser.on('doctype', () => reader.fail('it has a document type, which no report needs'));
  parser.on('error', (error) => reader.fail(error.message));
  try {
    parser.write(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')).close();
  } catch (error) {
    reader.fail(error instanceof Error ? error.message : String(error));
  }
  return { root: reader.root(), broken: reader.broken };
}

class TreeReader {
  broken: string | null = null;
  readonly #stack: Open[] = [];
  #root: Open | null = null;
  #elements = 0;
  /** Elements that are not kept because they lie too deep. */
  #skipped = 0;

  open(name: string, attributes: Readonly<Record<string, unknown>>): void {
    this.#elements += 1;
    if (this.#stack.length >= maxDepth || this.#elements > maxElements) {
      this.#skipped += 1;
      this.fail('it is larger or deeper than any report');
      return;
    }
    const values = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) if (typeof value === 'string') values.set(key, value);
    const element: Open = { name: name.replace(/^.*:/, ''), attributes: values, children: [], text: [], chars: 0, closed: false };
    const parent = this.#stack.at(-1);
    if (parent !== undefined) parent.children.push(view(element));
    else this.#root ??= element;
    this.#stack.push(element);
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const element = this.#stack.pop();
    if (element !== undefined) element.closed = true;
  }

  text(chunk: string): void {
    const element = this.#stack.at(-1);
    if (element === undefined || element.chars >= maxText) return;
    const part = chunk.slice(0, maxText - element.chars);
    element.text.push(part);
    element.chars += part.length;
  }

  fail(reason: string): void {
    this.broken ??= reason.split('\n')[0] ?? reason;
  }

  root(): XmlElement | null {
    return this.#root === null ? null : view(this.#root);
  }
}

/** The same element, read only: its children and end are still to come. */
function view(open: Open): XmlElement {
  return {
    name: open.name,
    attributes: open.attributes,
    children: open.children,
    get text() {
      return open.text.join('');
    },
    get closed() {
      return open.closed;
    },
  };
}

/** All elements of this name below `element`, and itself, in the order of the document. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => elementsNamed(child, name))];
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}
