import Documents

/// A size in fly.toml, in the forms that flyctl reads: `512mb`, `1gb`, `1.5GiB`, or a bare number.
///
/// A text is a number, not negative, and a unit: `b`, or one of `k`, `m`, `g`, `t`, `p` by itself,
/// with `b` or with `ib`, in either case. `512Mi` is none.
///
/// Source: https://pkg.go.dev/github.com/docker/go-units, as flyctl uses it.
package enum FlySize {
  /// Memory in MB: units count by 1024, a bare number in MB; what is below 1 MB is refused.
  package static func megabytes(_ text: String) throws(MalformedValue) -> Int {
    if let number = Int(text), number > 0 { return number }
    let megabytes = try bytes(text, base: 1024) / (1024 * 1024)
    guard megabytes >= 1, let whole = Int(exactly: megabytes.rounded(.down)) else {
      throw MalformedValue("\(Quoted(text)) is less than 1 MB", help: "write '256mb' or more")
    }
    return whole
  }

  /// The size of a volume in GB: units count by 1000, a bare number in GB, and what is over a
  /// whole number is left out.
  package static func gigabytes(_ text: String) throws(MalformedValue) -> Int {
    if let number = Int(text) { return number }
    let gigabytes = try bytes(text, base: 1000) / 1e9
    guard let whole = Int(exactly: gigabytes.rounded(.down)) else {
      throw MalformedValue("\(Quoted(text)) is too large")
    }
    return whole
  }

  private static func bytes(_ text: String, base: Double) throws(MalformedValue) -> Double {
    let digits = text.prefix { "0123456789. ".contains($0) }
    let suffix = text.dropFirst(digits.count)
    let number = Double(digits.hasSuffix(" ") ? digits.dropLast() : digits)
    guard let number, number.isFinite, let power = power(of: suffix.lowercased()) else {
      throw MalformedValue(
        "\(Quoted(text)) is not a size flyctl reads", help: proposal(for: text))
    }
    return (0..<power).reduce(number) { size, _ in size * base }
  }

  /// How often the unit multiplies by its base, or nil for what is no unit.
  private static func power(of suffix: String) -> Int? {
    if suffix.isEmpty || suffix == "b" { return 0 }
    guard let letter = suffix.first, let power = Array("kmgtp").firstIndex(of: letter),
      ["", "b", "ib"].contains(suffix.dropFirst())
    else { return nil }
    return power + 1
  }

  private static func proposal(for text: String) -> String {
    guard let megabytes = SizeText.megabytesMeant(by: text) else {
      return "write a size such as '512mb' or '1gb'"
    }
    let isWhole = megabytes % 1024 == 0
    return "write '\(isWhole ? megabytes / 1024 : megabytes)\(isWhole ? "gb" : "mb")'"
  }
}
