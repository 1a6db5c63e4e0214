import Testing

@testable import CommandKit

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c), so that a failure can be repeated.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

struct RandomWordsTests {
  private static let vocabulary =
    words(
      """
      validate secrets set rotate help __complete -- - -h --help --version -q -qn -C -Cx -e -e= \
      --env --env= --env=x --format --format=json --quiet --quiet=x --rule --fail-on note -5 -. \
      --- -- = --= -= '' x y z -q-x -q5 -q= -env é -é -\u{301} --env=\u{301} -e\u{301} \u{301} 👩‍👩‍👧
      """) + ["\r\n", "\0", " ", "-\n"]

  private static func randomWord(_ generator: inout SeededGenerator) -> String {
    if Int.random(in: 0..<4, using: &generator) > 0 {
      return vocabulary.randomElement(using: &generator) ?? ""
    }
    let scalars = Array("--=eqn5é\u{301}\u{200D}\n 👧".unicodeScalars)
    let count = Int.random(in: 0..<6, using: &generator)
    let picked = (0..<count).compactMap { _ in scalars.randomElement(using: &generator) }
    return String(String.UnicodeScalarView(picked))
  }

  private static func randomLine(seed: UInt64) -> [String] {
    var generator = SeededGenerator(state: seed)
    let count = Int.random(in: 0..<9, using: &generator)
    return (0..<count).map { _ in randomWord(&generator) }
  }

  @Test func answersAnyWordsWithAnInvocationOrAUsefulError() {
    for seed in 0..<5000 {
      let line = Self.randomLine(seed: UInt64(seed))
      do throws(UsageError) {
        let page = try tool.parse(line).page
        #expect(page.map { $0.hasSuffix("\n") } ?? true)
      } catch {
        #expect(!error.message.isEmpty && error.usage?.hasPrefix("flyconf") == true, "\(line)")
      }
    }
  }

  @Test func offersOnlyWordsThatContinueTheLast() {
    for seed in 0..<5000 {
      let line = Self.randomLine(seed: UInt64(seed))
      let completion = tool.completions(for: line) { _ in [.init("name"), .init("x")] }
      for candidate in completion.candidates {
        #expect(candidate.word.hasPrefix(line.last ?? ""), "\(line)")
        #expect(candidate.word != "__complete", "\(line)")
      }
    }
  }

  @Test func readsEveryWordItOffers() {
    for seed in 0..<5000 {
      let line = Self.randomLine(seed: UInt64(seed))
      for candidate in tool.completions(for: line).candidates {
        let error = failure(of: line.dropLast() + [candidate.word])
        let known = failure(of: Array(line.dropLast()))
        // What was wrong before stays so; a word offered is never what is wrong.
        guard known == nil, let error else { continue }
        #expect(
          error.message.hasPrefix("missing") || error.message.hasPrefix("invalid value"),
          "\(line) \(candidate.word)")
      }
    }
  }

  private func failure(of line: [String]) -> UsageError? {
    do throws(UsageError) {
      _ = try tool.parse(line)
      return nil
    } catch {
      return error
    }
  }
}
