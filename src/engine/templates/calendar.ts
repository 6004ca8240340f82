// The rule of leap years of the Gregorian calendar, of which code often says a part. For all languages.

const RULE = /^\(?(?<year>[\w.$]+(?:\([^()]{0,20}\))?) % 4 (?<equals>===?) 0(?: (?:&&|and) \k<year> % 100 (?:!==?) 0)?\)?$/;

/** What the rule says of centuries, by itself. */
const CENTURIES = /^(?<year>[\w.$]+(?:\([^()]{0,20}\))?) % 100 (?<sign>[=!]==?) 0$/;

/** The whole rule, where a condition says the first part of it, or two, and the code around it does not know of 400; null elsewhere. */
export function leapYearRule(condition: string, around: string, python: boolean): string | null {
  const { year, equals = '==' } = RULE.exec(condition)?.groups ?? {};
  if (year === undefined || /\b400\b/.test(around) || !/year|leap|calendar/i.test(`${year} ${around}`)) return null;
  const differs = equals.replace('=', '!').slice(0, equals.length);
  const [and, or] = python ? ['and', 'or'] : ['&&', '||'];
  return `((${year} % 4 ${equals} 0 ${and} ${year} % 100 ${differs} 0) ${or} ${year} % 400 ${equals} 0)`;
}

/** The exception of every fourth century, where a condition says that centuries are none and the code around it does not know of 400; null elsewhere. */
export function centuryRule(condition: string, around: string, python: boolean): string | null {
  const { year, sign = '' } = CENTURIES.exec(condition)?.groups ?? {};
  if (year === undefined || /\b400\b/.test(around) || !/year|leap|calendar/i.test(`${year} ${around}`)) return null;
  const isCentury = sign.startsWith('=');
  const [and, or] = python ? ['and', 'or'] : ['&&', '||'];
  const contrary = `${isCentury ? '!' : '='}${sign.slice(1)}`;
  return `(${condition} ${isCentury ? and : or} ${year} % 400 ${contrary} 0)`;
}
