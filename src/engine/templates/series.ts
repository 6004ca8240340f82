// Code that goes on: of `go(n - 1)` and `go(n - 2)` the next one. For all languages.

const NUMBER = /(?<![\w.$])\d+(?![\w.$])/g;
/** Names as indices, which count on. */
const INDEX = /\[([A-Za-z_$][\w$]*)\]/g;

/** What comes behind `last` by the one number in which `before` differs from it; behind the first one by one more. Null where nothing tells it. */
export function nextOf(before: string | null, last: string): string | null {
  if (/['"`]/.test(last)) return null;
  const numbers = [...last.matchAll(NUMBER)];
  if (before !== null) {
    for (const { index, 0: number } of numbers) {
      const [head, tail] = [last.slice(0, index), last.slice(index + number.length)];
      const other = before.slice(head.length, before.length - tail.length);
      const isSame = before.startsWith(head) && before.endsWith(tail) && before.length > head.length + tail.length;
      const step = Number(number) - Number(other);
      if (isSame && /^\d+$/.test(other) && Math.abs(step) === 1 && Number(number) + step > 0)
        return `${head}${Number(number) + step}${tail}`;
    }
    return numbers.length === 1 && before === last.replace(/ [-+] 1(?!\d)/, '') ? last.replace(/ ([-+]) 1(?!\d)/, ' $1 2') : null;
  }
  const [only, more] = numbers;
  if (only !== undefined && more === undefined && / [-+] $/.test(last.slice(0, only.index)))
    return `${last.slice(0, only.index)}${Number(only[0]) + 1}${last.slice(only.index + only[0].length)}`;
  const [index, another] = [...last.matchAll(INDEX)];
  return index !== undefined && another === undefined && only === undefined ? last.replace(INDEX, '[$1 + 1]') : null;
}
