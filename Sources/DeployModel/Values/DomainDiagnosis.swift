import Documents

/// Says what is wrong with a text that should be a domain name, the likeliest mistake first.
enum DomainDiagnosis {
  static func of(_ text: String, allowingWildcard: Bool) -> MalformedValue {
    guard !text.isEmpty else {
      return MalformedValue("the domain is empty", help: "give a name such as 'app.example.com'")
    }
    return addressFault(in: text, allowingWildcard)
      ?? wildcardFault(in: text, allowingWildcard)
      ?? unicodeFault(in: text, allowingWildcard)
      ?? labelFault(in: text)
      ?? formFault(in: text)
  }

  /// A scheme, user, path, port, blank or final dot around a name.
  private static func addressFault(in text: String, _ allowingWildcard: Bool) -> MalformedValue? {
    var rest = Substring(text)
    var surplus: [String] = []
    if let scheme = rest.firstRange(of: "://") {
      surplus.append("a scheme")
      rest = rest[scheme.upperBound...]
    }
    if let path = rest.firstIndex(where: { "/?#".contains($0) }) {
      surplus.append("a path")
      rest = rest[..<path]
    }
    if rest.contains("@") {
      // What stands before the sign may be a password: neither it nor the rest is shown.
      return MalformedValue("the domain has a user name and '@', expected a host name alone")
    }
    if let colon = rest.lastIndex(of: ":"), rest[..<colon].contains(":") == false {
      surplus.append("a port")
      rest = rest[..<colon]
    }
    let trimmed = ASCII.trimmed(String(rest))
    if trimmed.utf8.count != rest.utf8.count { surplus.append("white space around it") }
    rest = Substring(trimmed)
    if rest.hasSuffix("."), rest != "." {
      surplus.append("a trailing dot")
      rest = rest.dropLast()
    }
    guard !surplus.isEmpty else { return nil }
    let isName = DomainName.isWellFormed(String(rest), allowingWildcard: allowingWildcard)
    return MalformedValue(
      "the domain \(Quoted(text)) has \(list(surplus)), expected a host name alone",
      help: isName ? "write '\(rest)'" : nil)
  }

  private static func wildcardFault(in text: String, _ allowingWildcard: Bool) -> MalformedValue? {
    guard text.contains("*") else { return nil }
    if !allowingWildcard {
      return MalformedValue(
        "the domain \(Quoted(text)) is a wildcard, expected one host name",
        help: "name the host itself, such as 'app.example.com'")
    }
    return MalformedValue(
      "the domain \(Quoted(text)) has a '*' that is not the whole first label of three or more",
      help: "a wildcard is written '*.example.com'")
  }

  private static func unicodeFault(in text: String, _ allowingWildcard: Bool) -> MalformedValue? {
    guard let letter = text.first(where: { $0.utf8.contains { $0 >= 0x80 } }) else { return nil }
    let shown = Quoted(String(letter))
    return MalformedValue(
      "the domain \(Quoted(text)) has the character \(shown), expected letters a to z",
      help: asciiForm(of: text).flatMap {
        DomainName.isWellFormed($0, allowingWildcard: allowingWildcard)
          ? "write its punycode form '\($0)'" : nil
      } ?? "write the domain in its punycode form (xn--…)")
  }

  /// The punycode form, or nil where composing the letters would need Unicode's tables, and for
  /// labels too long to have one: no scalar takes less than a character of it.
  private static func asciiForm(of text: String) -> String? {
    let lowercase = text.lowercased()
    let isComposed = lowercase.unicodeScalars.allSatisfy {
      $0.properties.canonicalCombiningClass == .notReordered
    }
    guard isComposed else { return nil }
    // RFC 3490, section 3.1: these three separate labels as the full stop does.
    let labels = lowercase.split(omittingEmptySubsequences: false) { ".。.。".contains($0) }
    let limit = DomainName.maximumLabelLength
    var ascii: [String] = []
    for label in labels {
      guard label.unicodeScalars.prefix(limit + 1).count <= limit,
        let encoded = Punycode.label(String(label))
      else { return nil }
      ascii.append(encoded)
    }
    return ascii.joined(separator: ".")
  }

  private static func labelFault(in text: String) -> MalformedValue? {
    for label in text.split(separator: ".", omittingEmptySubsequences: false) {
      if let fault = fault(ofLabel: String(label)) {
        return MalformedValue("the domain \(Quoted(text)) has \(fault)")
      }
    }
    return nil
  }

  private static func fault(ofLabel label: String) -> String? {
    if label.isEmpty { return "two dots in a row or a dot in front, expected labels between dots" }
    if label.contains("_") {
      return "an underscore in \(Quoted(label)), expected letters, digits and hyphens"
    }
    let isInner = { (byte: UInt8) in ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") }
    if let wrong = label.first(where: { !$0.utf8.allSatisfy(isInner) }) {
      return "the character \(Quoted(String(wrong))), expected letters, digits, hyphens and dots"
    }
    if label.hasPrefix("-") || label.hasSuffix("-") {
      return "a hyphen at an end of \(Quoted(label)), expected a letter or a digit"
    }
    let limit = DomainName.maximumLabelLength
    return label.utf8.count > limit
      ? "a label of \(label.utf8.count) characters, at most \(limit) fit" : nil
  }

  private static func formFault(in text: String) -> MalformedValue {
    let labels = text.split(separator: ".")
    if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) {
      return MalformedValue(
        "\(Quoted(text)) is an IP address, expected a domain name such as 'app.example.com'")
    }
    if labels.count < 2 {
      return MalformedValue(
        "the domain \(Quoted(text)) is one label, expected two or more",
        help: "give the whole name, such as '\(text).fly.dev' or '\(text).com'")
    }
    if text.utf8.count > DomainName.maximumLength {
      let length = text.utf8.count
      return MalformedValue(
        "the domain has \(length) characters, at most \(DomainName.maximumLength) fit")
    }
    let last = Quoted(labels.last.map(String.init) ?? "")
    return MalformedValue(
      "the domain \(Quoted(text)) ends in the number \(last), expected a top-level domain")
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.joined() }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
