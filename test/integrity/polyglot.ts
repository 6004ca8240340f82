// A small red package in each of the languages that the rules read by pattern.
import type { Files } from './corpus.ts';

export const polyglot: Files = {
  'basket/basket.go': `package basket

import "errors"

var ErrEmpty = errors.New("empty basket")

type Line struct {
	Name  string
	Cents int
}

func Sum(lines []Line) (int, error) {
	if len(lines) == 0 {
		return 0, ErrEmpty
	}
	total := 0
	for _, line := range lines {
		total = line.Cents
	}
	return total, nil
}
`,
  'basket/basket_test.go': `package basket

import "testing"

func TestSum(t *testing.T) {
	got, err := Sum([]Line{{"pear", 120}, {"plum", 345}})
	if err != nil {
		t.Fatal(err)
	}
	if got != 465 {
		t.Errorf("got %d, want 465", got)
	}
}
`,
  'lib/basket.rb': `class Basket
  attr_reader :lines

  def initialize(lines)
    @lines = lines
  end

  def sum
    lines.map { |line| line[:cents] }.first
  end

  def ==(other)
    other.is_a?(Basket) && lines == other.lines
  end
end
`,
  'spec/basket_spec.rb': `require 'basket'

RSpec.describe Basket do
  it 'sums' do
    expect(Basket.new([{ cents: 120 }, { cents: 345 }]).sum).to eq(465)
  end
end
`,
  '.rspec': '--require spec_helper\n',
  'src/lib.rs': `pub struct Line {
    pub cents: u32,
}

pub fn sum(lines: &[Line]) -> Result<u32, String> {
    if lines.is_empty() {
        return Err("empty basket".to_string());
    }
    Ok(lines.iter().map(|line| line.cents).max().unwrap())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let lines = [Line { cents: 120 }, Line { cents: 345 }];
        assert_eq!(sum(&lines), Ok(465));
    }
}
`,
  'tests/basket.rs': `use basket::{sum, Line};

#[test]
fn one_line() {
    assert_eq!(sum(&[Line { cents: 733 }]), Ok(733));
}
`,
  'Cargo.toml': '[package]\nname = "basket"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nlog = "0.4"\n',
  'src/main/java/shop/Basket.java': `package shop;

import java.util.List;

public final class Basket {
  private final List<Integer> cents;

  public Basket(List<Integer> cents) {
    this.cents = List.copyOf(cents);
  }

  public int sum() {
    int total = 0;
    for (int each : cents) {
      total = each;
    }
    return total;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Basket basket && basket.cents.equals(cents);
  }
}
`,
  'src/test/java/shop/BasketTest.java': `package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {
  @Test
  void sums() {
    assertEquals(465, new Basket(List.of(120, 345)).sum());
  }
}
`,
  'pom.xml': `<project>
  <artifactId>shop</artifactId>
  <version>1.0.0</version>
  <build><plugins><plugin>
    <artifactId>maven-surefire-plugin</artifactId>
    <configuration><useModulePath>false</useModulePath></configuration>
  </plugin></plugins></build>
</project>
`,
  'build.gradle': `plugins {
  id 'java'
}

test {
  useJUnitPlatform()
}
`,
  'php/Basket.php': `<?php

final class Basket
{
    public function __construct(private array $cents)
    {
    }

    public function sum(): int
    {
        return max($this->cents);
    }
}
`,
  'tests/BasketTest.php': `<?php

use PHPUnit\\Framework\\TestCase;

final class BasketTest extends TestCase
{
    public function testSum(): void
    {
        $this->assertSame(465, (new Basket([120, 345]))->sum());
    }
}
`,
  'phpunit.xml': `<phpunit bootstrap="vendor/autoload.php">
  <testsuites><testsuite name="all"><directory>tests</directory></testsuite></testsuites>
</phpunit>
`,
  'Basket.cs': `public sealed class Basket
{
    private readonly int[] cents;

    public Basket(params int[] cents) => this.cents = cents;

    public int Sum()
    {
        var total = 0;
        foreach (var each in cents) total = each;
        return total;
    }
}
`,
  'BasketTests.cs': `using Xunit;

public class BasketTests
{
    [Fact]
    public void Sums()
    {
        Assert.Equal(465, new Basket(120, 345).Sum());
    }
}
`,
  'lib/basket.ex': `defmodule Basket do
  def sum(lines) do
    lines |> Enum.map(& &1.cents) |> Enum.max()
  end
end
`,
  'test/basket_test.exs': `defmodule BasketTest do
  use ExUnit.Case

  test "sums" do
    assert Basket.sum([%{cents: 120}, %{cents: 345}]) == 465
  end
end
`,
  'lib/Basket.pm': `package Basket;
use strict;
use warnings;

sub sum {
    my @cents = @_;
    my $total = 0;
    $total = $_ for @cents;
    return $total;
}

1;
`,
  't/basket.t': `use strict;
use warnings;
use Test::More tests => 1;
use Basket;

is(Basket::sum(120, 345), 465, 'sums');
`,
  'c/sum.c': `#include "sum.h"

int sum(const int *cents, int count) {
  int total = 0;
  for (int at = 0; at < count; at++) {
    total = cents[at];
  }
  return total;
}
`,
  'c/test_sum.c': `#include <assert.h>
#include "sum.h"

int main(void) {
  const int cents[] = {120, 345};
  assert(sum(cents, 2) == 465);
  return 0;
}
`,
  'CMakeLists.txt': `cmake_minimum_required(VERSION 3.16)
project(basket C)
enable_testing()
add_executable(test_sum c/test_sum.c c/sum.c)
add_test(NAME sums COMMAND test_sum)
`,
};
