// Places, functions and branches of Python code, read from its logical lines.

import type { PlacedMark } from './marks.ts';
import { disguises } from './python-disguises.ts';
import type { Block } from './python-items.ts';
import type { PythonText } from './python-lines.ts';
import type { FunctionFacts, LiteralBranch, RuleId, Severity } from './types.ts';
import { namesTestFile, runnerNames, runnerVariables } from './vocabulary.ts';

/** A line with what is around it. */
export interface At {
  readonly block: Block;
  readonly parents: readonly Block[];
  readonly previous: Block | null;
  readonly isTest: boolean;
  /** The whole file. */
  readonly file: readonly Block[];
}

export type Said = readonly [rule: RuleId, message: string, severity?: Severity, wraps?: readonly string[]];

export function* everyBlock(blocks: readonly Block[], parents: readonly Block[] = []): Generator<Omit<At, 'isTest' | 'file'>> {
  let previous: Block | null = null;
  for (const block of blocks) {
    yield { block, parents, previous };
    yield* everyBlock(block.children, [...parents, block]);
    previous = block;
  }
}

export function pythonMarks(text: PythonText, blocks: readonly Block[], isTest: boolean): PlacedMark[] {
  const marks: PlacedMark[] = [];
  for (const { block, parents, previous } of everyBlock(blocks)) {
    const owner = parents.findLast((parent) => /^(?:async )?def test/.test(parent.text));
    for (const rule of rules) {
      const said = rule({ block, parents, previous, isTest, file: blocks });
      if (said === null) continue;
      const [name, message, severity = 'blocking', wraps = null] = said;
      const title = owner === undefined ? null : (/def (\w+)/.exec(owner.text)?.[1] ?? null);
      marks.push({ rule: name, message, severity, wraps, owner: title, key: block.text.slice(0, 2_000), line: block.line });
    }
  }
  for (const { text: comment, line } of text.comments) {
    const said: Said | null =
      /^mypy: *ignore-errors|^type: *ignore$/.test(comment) && line < 5
        ? ['checks-off', 'the type check of the whole file is switched off']
        : /^(?:type: *ignore|pyright: *(?:ignore|basic)|noqa|pylint: *disable|ruff: *noqa|flake8: *noqa)/.test(comment)
          ? ['checks-off', 'a check of a line is switched off', 'warning']
          : /^pragma: *no cover/.test(comment)
            ? ['coverage-lowered', 'code is taken out of the coverage', 'warning']
            : null;
    if (said !== null)
      marks.push({ rule: said[0], message: said[1], severity: said[2] ?? 'blocking', key: comment, line, owner: null, wraps: null });
  }
  return marks;
}

const strings = (text: string): string[] =>
  [...text.matchAll(/(?<![\w"])[bft]?("(?:[^"\\]|\\.)*")/g)].map(([, literal]) => parsed(literal ?? '""'));

function parsed(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

const exits = ({ block, parents }: At): Said | null => {
  const { text } = block;
  const succeeds =
    /\b(?:os \. _exit|sys \. exit|(?<![.\w] )exit|quit|SystemExit|pytest \. exit) \( (?:0 |None |False |status = 0 |code = 0 )?\)|\braise SystemExit$|\b_exit \( 0 \)/.test(
      text,
    ) || /^os \. (?:abort|kill|exec\w+) \(|\b(?:os \. _exit|sys \. exit)(?! \()/.test(text);
  if (!succeeds) return null;
  const isMain = parents.some((parent) => /__name__ == "__main__"|def main \(/.test(parent.text));
  return ['process-exit', 'the process is ended as if all had gone well', isMain ? 'warning' : 'blocking'];
};

const testAware = ({ block: { text }, isTest }: At): Said | null => {
  if (isTest) return null;
  const says: Said = ['test-aware', 'the code asks whether it is being tested'];
  if (strings(text).some((word) => runnerVariables.test(word) || runnerNames.test(word))) return says;
  if (
    /\b(?:inspect \. (?:stack|currentframe|getouterframes)|sys \. _getframe|_getframe|extract_stack|format_stack|currentframe|sys \. _current_frames) \(/.test(
      text,
    )
  )
    return says;
  if (/^(?:from|import) (?:_?pytest|unittest)\b/.test(text)) return ['test-aware', 'the code loads a test runner'];
  if (/\bsys \. (?:argv|orig_argv)\b/.test(text) && strings(text).some((word) => /test/i.test(word))) return says;
  if (
    /\benviron\b|\bgetenv\b/.test(text) &&
    strings(text).some((word) => /^(?:TESTING|TEST|UNIT_TEST\w*|IN_TESTS?|RUNNING_TESTS?|test|testing)$/.test(word))
  )
    return says;
  return null;
};

const monkeyPatch = ({ block: { text }, isTest }: At): Said | null => {
  const says: Said = ['monkey-patch', 'what everybody relies on is replaced while running'];
  if (
    /^(?:builtins|__builtins__|unittest(?: \. \w+)*|TestCase|_?pytest(?: \. \w+)*|math|operator|sys \. modules)(?: \. \w+| \[.*\])+ = /.test(
      text,
    )
  )
    return says;
  if (/^(?:int|str|list|dict|float|object|type|set|tuple|bool) \. \w+ = /.test(text)) return says;
  if (/\bsetattr \( (?:builtins|unittest|TestCase|pytest|math|operator|int|str|list|dict|float)\b/.test(text)) return says;
  if (
    /\bforbiddenfruit\b|\bcurse \(|\bsys \. modules \[ .*\] = |\bsys \. (?:settrace|setprofile|excepthook)\b|\bgc \. get_(?:objects|referrers)\b/.test(
      text,
    )
  )
    return says;
  if (/^(?:assert\w*|isinstance|len|abs|round|sorted|print) = /.test(text)) return says;
  return !isTest && /^import builtins$/.test(text) ? ['monkey-patch', 'the built-in names are laid hands on', 'warning'] : null;
};

const alwaysEqual = ({ block }: At): Said | null => {
  if (
    !/^(?:async )?def (?:__(?:eq|ne|lt|gt|le|ge|contains|instancecheck|subclasscheck|bool)__|equals?|is_equal) \(/.test(block.text) &&
    !/^__eq__ = lambda\b.*: True$/.test(block.text)
  )
    return null;
  const body = block.children.filter(({ text }) => !text.startsWith('"'));
  if (body.length > 0 && !(body.length === 1 && /^return (?:True|False|1|0)$/.test(body[0]?.text ?? ''))) return null;
  if (body.length === 0 && block.text.startsWith('def')) return null;
  return ['always-equal', 'an object is made to look equal to whatever it is compared with'];
};

const constantCondition = ({ block: { text } }: At): Said | null => {
  const says: Said = ['constant-condition', 'a condition no longer depends on anything'];
  if (/^(?:if|elif) (?:not )?(?:True|False|None|\d+|"[^"]*") :$|^while (?:False|0|None|not True) :$/.test(text)) return says;
  if (
    /^(?:if|elif|return|assert)\b.* (?:or (?:True|1)|and (?:False|0))(?: :)?$|^(?:if|elif|return|assert) (?:True or|False and)\b/.test(text)
  )
    return says;
  if (/^(?:if|elif) ((?:\w+ )+)== \1:$/.test(text) || /^(?:if|elif) (\d+) == \1 :$/.test(text)) return says;
  return /^return .* if (?:True|False) else /.test(text) ? says : null;
};

const swallowed = ({ block, previous }: At): Said | null => {
  const says = 'errors of code that was there before are swallowed';
  if (/^except\b/.test(block.text)) {
    const broad = /^except(?: \(?.*\b(?:Exception|BaseException|AssertionError)\b.*)? :$/.test(block.text);
    const silent = block.children.every(({ text }) => /^(?:pass|\. ?\. ?\.|\.\.\.|continue|return|return None)$/.test(text));
    if (broad && silent) return ['error-swallowed', says, 'blocking', previous?.children.map(({ text }) => text) ?? []];
  }
  if (/^finally :$/.test(block.text) && returnsWithin(block)) return ['error-swallowed', 'a return in finally throws every error away'];
  if (/^with (?:contextlib \. )?suppress \( .*\b(?:Exception|BaseException|AssertionError)\b/.test(block.text))
    return ['error-swallowed', says, 'blocking', block.children.map(({ text }) => text)];
  return null;
};

/** Functions inside return by themselves. */
function returnsWithin(block: Block): boolean {
  return block.children.some((child) => /^return\b/.test(child.text) || (!/^(?:async )?def\b/.test(child.text) && returnsWithin(child)));
}

const readsTests = ({ block: { text }, isTest }: At): Said | null => {
  if (isTest) return null;
  if (/^from \.*\s*tests?(?: \.|\b).* import|^import tests?(?: \. |$)|^(?:from|import) (?:\S+ \. )*test_\w+/.test(text))
    return ['reads-tests', 'the code loads a file of tests'];
  return strings(text).some((word) => namesTestFile.test(word)) ? ['reads-tests', 'the code names a file of tests'] : null;
};

const unreachable = ({ previous, block, isTest }: At): Said | null =>
  !isTest &&
  previous !== null &&
  /^(?:return|raise)\b/.test(previous.text) &&
  !/^(?:elif|else|except|finally|case|def|class)\b/.test(block.text)
    ? [
        'unreachable-code',
        'code that was there before is no longer reached',
        'blocking',
        /^(?:return|raise)(?: (?:True|False|None|\d+))?$/.test(block.text) ? [] : [block.text],
      ]
    : null;

const testControl = ({ block: { text, children }, isTest, parents }: At): Said | null => {
  if (!isTest) return null;
  if (
    /^@ .*\b(?:skip\w*|xfail|expectedFailure)\b|^pytestmark = .*\b(?:skip\w*|xfail)\b|\bpytest \. (?:skip|xfail|importorskip) \(|\bself \. skipTest \(|\braise (?:unittest \. )?SkipTest\b|\b(?:__test__|__unittest_skip__) = /.test(
      text,
    )
  )
    return ['test-skipped', 'a test is skipped or expected to fail'];
  if (/\. (?:skip|xfail|skipif|expectedFailure)\b/.test(text) && /mark|unittest/.test(text))
    return ['test-skipped', 'a test is skipped or expected to fail'];
  if (/^del \w|^(?:collect_ignore\w*|__test__) (?:\+)?= |^\w*[tT]est\w*(?: \. \w+)* = |^(?:setattr|delattr) \(|^globals \( \)/.test(text))
    return ['test-not-run', 'a test may be taken out of the run or replaced'];
  if (/^(?:async )?def (?:pytest_\w+|load_tests|runTest|run|assert[A-Z]\w*) \(/.test(text))
    return ['test-configuration', 'a hook of the test runner is changed'];
  if (/^def (?:assert\w*|\w*raises|approx) \(/.test(text) && children.length <= 1)
    return ['test-configuration', 'an assertion is replaced'];
  if (
    /\b(?:mock \. )?(?:patch(?: \. \w+)?|monkeypatch \. \w+|mocker \. (?:patch(?: \. \w+)?|stub|spy)) \(|\bMagicMock \(|\bMock \(/.test(
      text,
    )
  )
    return ['code-mocked', 'a stand-in is put in front of code under test'];
  if (/^@ .*\b(?:flaky|retry|rerun)\b/.test(text)) return ['retries-added', 'failing tests are tried again'];
  if (/autouse = True/.test(text)) return ['code-mocked', 'a fixture works on every test'];
  if (parents.length > 0 && /^\w+ \. \w+ = (?:lambda\b|\w+ \()?/.test(text) && !/^self \./.test(text))
    return ['code-mocked', 'a stand-in takes the place of code under test', 'warning'];
  return /^\w+(?: \. \w+)+ = lambda\b/.test(text) ? ['code-mocked', 'a stand-in takes the place of code under test'] : null;
};

const rules = [
  exits,
  testAware,
  monkeyPatch,
  alwaysEqual,
  constantCondition,
  swallowed,
  readsTests,
  unreachable,
  testControl,
  ...disguises,
];

export function pythonFunctions(blocks: readonly Block[]): FunctionFacts[] {
  return [...everyBlock(blocks)].flatMap(({ block, parents }) => {
    const match = /^(?:async )?def (\w+) \((.*)\)(?: -> .*)? :$/.exec(block.text);
    if (match === null) return [];
    const owner = parents.findLast((parent) => parent.text.startsWith('class '));
    const parameters = [...(match[2] ?? '').matchAll(/(?:^|, )\s*\**\s*(\w+)/g)].map(([, name]) => name ?? '');
    const body = [...everyBlock(block.children)].map((each) => each.block.text).filter((text) => !text.startsWith('"'));
    const used = body.some((text) => uses(text, parameters));
    const name = `${owner === undefined ? '' : `${/class (\w+)/.exec(owner.text)?.[1]}.`}${match[1]}`;
    return [{ name, line: block.line, parameters: parameters.length, usesInput: used, text: body.join('\n').slice(0, 2_000) }];
  });
}

function uses(text: string, parameters: readonly string[]): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (/\b(?:self|cls|yield|await)\b/.test(bare) || /f"/.test(text)) return true;
  if (!bare.startsWith('raise') && /[\w\])] \(/.test(bare)) return true;
  return parameters.some((name) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(bare));
}

const literal = String.raw`(?:"(?:[^"\\]|\\.)*"|- ?\d[\d_.]*|\d[\d_.]*|True|False|None)`;

export function pythonLiterals(text: string): string[] {
  return (text.match(new RegExp(`(?<![\\w.])${literal}`, 'g')) ?? []).map(asJson);
}

/** In JavaScript's spelling, so that one rule serves both. */
function asJson(python: string): string {
  const words: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null' };
  if (python.startsWith('"')) return python;
  return words[python] ?? String(Number(python.replace(/[ _]/g, '')));
}

export function pythonBranches(blocks: readonly Block[]): LiteralBranch[] {
  return [...everyBlock(blocks)].flatMap(({ block, parents }): LiteralBranch[] => {
    const { text, line } = block;
    const found: LiteralBranch[] = [];
    const condition = /^(?:if|elif) (.*) :$/.exec(text)?.[1];
    if (condition !== undefined)
      found.push({ ...comparedIn(condition), answers: block.children.flatMap((child) => answersIn(child.text)), line, table: false });
    const chosen = /^(?:return|\w+ =) (.*) if (.*) else /.exec(text);
    if (chosen !== null) found.push({ ...comparedIn(chosen[2] ?? ''), answers: pythonLiterals(chosen[1] ?? ''), line, table: false });
    const pattern = /^case (.*?)(?: if .*)? :$/.exec(text)?.[1];
    if (pattern !== undefined)
      found.push({
        subject: parents.at(-1)?.text ?? '',
        compared: pythonLiterals(pattern),
        answers: block.children.flatMap((child) => answersIn(child.text)),
        line,
        table: false,
      });
    const pairs = [...text.matchAll(new RegExp(`(?:^|[{,] )(${literal}|\\( .*? \\)) : (${literal}|[[({][^:]*?)(?= [,}])`, 'g'))];
    if (pairs.length > 1 || pairs.some(([, key = '']) => /^(?:\d|\()/.test(key)))
      found.push({
        subject: '',
        compared: pairs.flatMap(([, key]) => pythonLiterals(key ?? '')),
        answers: pairs.flatMap(([, , value]) => pythonLiterals(value ?? '')),
        line,
        table: true,
      });
    return found.filter(({ compared }) => compared.length > 0);
  });
}

function comparedIn(condition: string): { compared: string[]; subject: string } {
  const compared: string[] = [];
  const subjects: string[] = [];
  for (const part of condition.split(/ (?:and|or) /)) {
    const match = /^(?:not )?(.*?) (?:==|is|in|!=) (.*)$/.exec(part);
    if (match === null) continue;
    const [, left = '', right = ''] = match;
    const [subject, value] = pythonLiterals(right).length > 0 ? [left, right] : [right, left];
    compared.push(...pythonLiterals(value));
    subjects.push(subject);
  }
  return { compared, subject: subjects.join(' ') };
}

function answersIn(text: string): string[] {
  const value = /^(?:return|yield|[\w. ]+ =) (.*)$/.exec(text)?.[1];
  // Only what is wholly literal is an answer that was known before.
  return value !== undefined && /^[\s\d"'[\](){},.:\-\w]*$/.test(value.replace(/"(?:[^"\\]|\\.)*"/g, '""')) && !/[a-z_]\w* \(/.test(value)
    ? pythonLiterals(value)
    : [];
}
