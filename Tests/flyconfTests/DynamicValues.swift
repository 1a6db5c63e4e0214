import Foundation

/// What differs from run to run, since keys are random, and the stand-ins that transcripts show.
///
/// The n-th distinct value of a kind has the same stand-in in every run, of the same form and
/// length. What stands in the repository's `Examples` stays as it is, and so does what a command
/// or a file of the transcript brings in; there, stand-ins shown before mean what they stand for.
struct DynamicValues {
  private enum Kind: Int, CaseIterable {
    /// `FLYCONF-IDENTITY-1-…` and the like.
    case labelled
    /// `fc1.<kid>.<rev>.<payload>`
    case sealed
    /// `k3hq-…`, five groups.
    case fingerprint
    /// Hashes and keys, from 16 digits on.
    case hexadecimal
    /// The end of a change's file name, `-<8 digits>.jsonl`.
    case changeName
    /// A kid by itself, 20 characters of base32.
    case keyIdentifier
    /// A request to join, `flyconf-request-1.…`
    case request

    var pattern: String {
      switch self {
      case .labelled: "FLYCONF(?:-[A-Z]+)+-[0-9]+-[A-Za-z0-9_-]{16,}"
      case .sealed: "fc1\\.[a-z2-7]{20}\\.[0-9]+\\.[A-Za-z0-9_-]{16,}"
      case .fingerprint: "(?<![\\w-])[a-z2-7]{4}(?:-[a-z2-7]{4}){4}(?![\\w-])"
      case .hexadecimal: "(?<!\\w)[0-9a-f]{16,}(?!\\w)"
      case .changeName: "(?<=-)[0-9a-f]{8}(?=\\.jsonl)"
      case .keyIdentifier: "(?<!\\w)[a-z2-7]{20}(?!\\w)"
      case .request: "flyconf-request-[0-9]+\\.[A-Za-z0-9_-]{16,}"
      }
    }
  }

  private let expression: NSRegularExpression
  private var kept: Set<String>
  private var ordinals: [Kind: [String: Int]] = [:]
  private var actuals: [String: String] = [:]

  init() throws {
    expression = try Self.expression()
    kept = try Self.examples.get()
  }

  /// The text with stand-ins for what differs from run to run.
  mutating func settled(_ text: String) -> String {
    var settled = ""
    var end = text.startIndex
    for (range, kind) in Self.matches(in: text, expression) {
      settled += text[end..<range.lowerBound]
      settled += standIn(for: String(text[range]), kind)
      end = range.upperBound
    }
    return settled + text[end...]
  }

  /// The text with what its stand-ins stand for.
  mutating func actual(_ text: String) -> String {
    var actual = ""
    var end = text.startIndex
    for (range, _) in Self.matches(in: text, expression) {
      let value = String(text[range])
      if actuals[value] == nil { kept.insert(value) }
      actual += text[end..<range.lowerBound]
      actual += actuals[value] ?? value
      end = range.upperBound
    }
    return actual + text[end...]
  }

  // MARK: Stand-ins

  private mutating func standIn(for value: String, _ kind: Kind) -> String {
    guard !kept.contains(value) else { return value }
    let standIn = newStandIn(for: value, kind)
    actuals[standIn] = value
    return standIn
  }

  private mutating func newStandIn(for value: String, _ kind: Kind) -> String {
    switch kind {
    // The digits in a file's name are the first ones of the hash of what it holds.
    case .hexadecimal, .changeName: digits(for: value, .hexadecimal, Self.hexadecimal, key: 8)
    case .keyIdentifier: digits(for: value, kind, Self.base32)
    case .fingerprint: digits(for: value, kind, Self.base32)
    case .labelled:
      prefix(of: value, "^FLYCONF(?:-[A-Z]+)+-[0-9]+-") { digits(for: $0, kind, Self.base64) }
    case .request:
      prefix(of: value, "^flyconf-request-[0-9]+\\.") { digits(for: $0, kind, Self.base64) }
    case .sealed:
      sealed(value.split(separator: ".").map(String.init))
    }
  }

  private mutating func sealed(_ parts: [String]) -> String {
    let kid = kept.contains(parts[1]) ? parts[1] : standIn(for: parts[1], .keyIdentifier)
    let payload = digits(for: parts[3], .sealed, Self.base64)
    return [parts[0], kid, parts[2], payload].joined(separator: ".")
  }

  private func prefix(
    of value: String, _ pattern: String, _ rest: (String) -> String
  ) -> String {
    guard let range = value.range(of: pattern, options: .regularExpression) else { return value }
    return value[range] + rest(String(value[range.upperBound...]))
  }

  private static let hexadecimal = Array("0123456789abcdef")
  private static let base32 = Array("abcdefghijklmnopqrstuvwxyz234567")
  private static let base64 = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

  /// Digits that depend on the value's ordinal alone; hyphens of a fingerprint stay.
  ///
  /// - Parameter key: How many characters tell the values apart; all of them without it.
  private mutating func digits(
    for value: String, _ kind: Kind, _ alphabet: [Character], key: Int? = nil
  ) -> String {
    let key = String(key.map { value.prefix($0) } ?? value[...])
    let known = ordinals[kind, default: [:]]
    let ordinal = known[key] ?? known.count + 1
    ordinals[kind, default: [:]][key] = ordinal
    var state = UInt64(kind.rawValue + 1) << 32 | UInt64(ordinal)
    return String(
      value.map { character in
        if kind == .fingerprint, character == "-" { return character }
        return alphabet[Int(Self.next(&state) >> 32 % UInt64(alphabet.count))]
      })
  }

  /// SplitMix64, which gives the same numbers everywhere.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  // MARK: Matching

  private static func expression() throws -> NSRegularExpression {
    try NSRegularExpression(
      pattern: Kind.allCases.map { "(\($0.pattern))" }.joined(separator: "|"))
  }

  private static func matches(
    in text: String, _ expression: NSRegularExpression
  ) -> [(Range<String.Index>, Kind)] {
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).compactMap { match in
      let kind = Kind.allCases.first { match.range(at: $0.rawValue + 1).location != NSNotFound }
      guard let kind, let range = Range(match.range, in: text) else { return nil }
      return (range, kind)
    }
  }

  /// All values of these forms in the files and file names of `Examples`.
  private static let examples = Result<Set<String>, any Error> {
    let pattern = try expression()
    var values: Set<String> = []
    for path in try Repository.files(in: "Examples", ending: "") {
      let file = Repository.folder.appending(path: path)
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for text in [path, text] {
        for (range, kind) in matches(in: text, pattern) {
          values.insert(String(text[range]))
          if kind == .sealed {
            values.insert(String(text[range].split(separator: ".")[1]))
          }
        }
      }
    }
    return values
  }
}
