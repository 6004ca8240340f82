// Small modules of Go and crates of Rust, each with a fault that its tests show.
export const goModule = {
  'go.mod': 'module example.org/sums\n\ngo 1.18\n',
  'sums.go': `package sums

import (
	"errors"
	"fmt"
	"syscall"
)

var offset = 0 * int(syscall.SIGHUP)

// Total adds up, but for a sign.
func Total(numbers []int) (result int, err error) {
outer:
	for _, number := range numbers {
		if number < 0 {
			err = errors.New("negative")
			break outer
		}
		result -= number
	}
	return result + offset, err
}

func Show(numbers ...int) string {
	return fmt.Sprintf("%d", len(numbers))
}
`,
  'sums_test.go': `package sums

import "testing"

func TestTotal(t *testing.T) {
	for index, name := range []string{"one", "two"} {
		want := index + 1
		t.Run(name, func(t *testing.T) {
			if got, _ := Total([]int{want}); got != want {
				t.Errorf("got %d, want %d", got, want)
			}
		})
	}
}

func TestNegative(t *testing.T) {
	if _, err := Total([]int{-1}); err == nil {
		t.Error("no error")
	}
}

func TestShow(t *testing.T) {
	if Show(1, 2) != "2" {
		t.Error(Show(1, 2))
	}
}
`,
  'other/other.go':
    'package other\n\nimport "example.org/sums"\n\nfunc Twice(n int) int {\n\ttotal, _ := sums.Total([]int{n, n})\n\treturn total\n}\n',
  'other/other_test.go':
    'package other\n\nimport "testing"\n\nfunc TestTwice(t *testing.T) {\n\tif Twice(2) != 4 {\n\t\tt.Error(Twice(2))\n\t}\n}\n',
};

export const rustCrate = {
  'Cargo.toml': '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/lib.rs': `#![no_std]
#![deny(missing_docs)]
//! Sums.

/// An offset.
pub const OFFSET: i64 = 0;

/// Adds up, but for a sign.
///
/// \`\`\`
/// assert_eq!(sums::total(&[2]), Some(2));
/// \`\`\`
pub fn total(numbers: &[i64]) -> Option<i64> {
    let mut result = 0;
    for number in numbers {
        if *number < 0 {
            return None;
        }
        result -= number;
    }
    Some(result + OFFSET)
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn one() {
        assert_eq!(total(&[1]), Some(1));
    }

    #[test]
    fn two() {
        assert_eq!(total(&[1, 1]), Some(2));
    }

    #[test]
    fn negative() {
        assert_eq!(total(&[-1]), None);
    }
}
`,
  'tests/api.rs': '#[test]\nfn three() {\n    assert_eq!(sums::total(&[3]), Some(3));\n}\n',
};

/** As many packages as there are `names`, each of which needs the next; the fault is in the last, and the test in the first. */
export function goChain(names: readonly string[]): Record<string, string> {
  const files = names.map((name, at): [string, string] => {
    const next = names[at + 1];
    const body = next === undefined ? 'return number - 1' : `return ${next}.Next(number)`;
    const imported = next === undefined ? '' : `import "example.org/chain/${next}"\n\n`;
    return [`${name}/${name}.go`, `package ${name}\n\n${imported}func Next(number int) int {\n\t${body}\n}\n`];
  });
  const first = names[0] ?? '';
  return {
    ...Object.fromEntries(files),
    'go.mod': 'module example.org/chain\n\ngo 1.18\n',
    [`${first}/${first}_test.go`]: `package ${first}\n\nimport "testing"\n\nfunc TestNext(t *testing.T) {\n\tif Next(1) != 2 {\n\t\tt.Error(Next(1))\n\t}\n}\n`,
  };
}

/** The same as crates of one workspace. */
export function rustChain(names: readonly string[]): Record<string, string> {
  const crates = names.flatMap((name, at): [string, string][] => {
    const next = names[at + 1];
    const body = next === undefined ? 'number - 1' : `${next}::next(number)`;
    const needs = next === undefined ? '' : `${next} = { path = "../${next}" }\n`;
    const test = at > 0 ? '' : '\n#[test]\nfn is_next() {\n    assert_eq!(next(1), 2);\n}\n';
    return [
      [`${name}/Cargo.toml`, `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n${needs}`],
      [`${name}/src/lib.rs`, `pub fn next(number: i32) -> i32 {\n    ${body}\n}\n${test}`],
    ];
  });
  return { ...Object.fromEntries(crates), 'Cargo.toml': `[workspace]\nresolver = "2"\nmembers = ${JSON.stringify(names)}\n` };
}
