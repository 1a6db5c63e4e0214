import Documents

extension FlyReader {
  mutating func text(_ node: Node, _ path: String) -> Node? {
    if node.text != nil { return node }
    let written = Self.isOfSecret(path) ? nil : node.writtenText.map { "write \"\($0)\"" }
    wrongType(node, path, "a string", help: written ?? "write it in quotes")
    return nil
  }

  mutating func word(_ node: Node, _ words: [String], _ path: String) -> Node? {
    guard let node = text(node, path), let word = node.text else { return nil }
    if !word.isEmpty, !words.contains(word) {
      let mistake = MistakenWord(word, of: path, in: words)
      report(.flyUnknownWord, mistake.message, help: mistake.help, at: node.span)
    }
    return node
  }

  /// flyctl passes numbers on as JSON, in which a float without a fraction is a whole number.
  mutating func wholeNumber(_ node: Node, _ path: String) -> Node? {
    guard case .number(let number) = node.value else {
      wrongQuotes(node, path, "a whole number")
      return nil
    }
    if number.isWhole { return node }
    guard let whole = Double(number.literal).flatMap({ Int(exactly: $0) }) else {
      wrongType(node, path, "a whole number")
      return nil
    }
    reportFraction(node, path, whole)
    return Node(.number(Number(whole)), span: node.span)
  }

  /// A number in quotes is meant without them.
  private mutating func wrongQuotes(_ node: Node, _ path: String, _ expected: String) {
    let meant = node.text.flatMap { Int($0) }
    wrongType(
      node, path, expected, help: meant.map { "write \($0), without quotes" },
      fix: meant.map { .number($0) })
  }

  private mutating func reportFraction(_ node: Node, _ path: String, _ whole: Int) {
    report(
      .flyFraction, "'\(path)' is a whole number, and stands here with a decimal point",
      help: "write \(whole)", at: node.span, fix: .value(.number(whole)))
  }

  mutating func number(_ node: Node, _ path: String) -> Node? {
    if case .number(let number) = node.value, number.isFinite { return node }
    wrongQuotes(node, path, "a number")
    return nil
  }

  mutating func boolean(_ node: Node, _ path: String) -> Node? {
    if case .bool = node.value { return node }
    let isQuoted = node.text == "true" || node.text == "false"
    wrongType(
      node, path, "true or false",
      help: isQuoted ? "write \(node.text ?? ""), without quotes" : nil,
      fix: isQuoted ? .boolean(node.text == "true") : nil)
    return nil
  }

  mutating func port(_ node: Node, _ path: String) -> Node? {
    if let text = node.text {
      guard let number = Int(text) else {
        wrongType(node, path, "a number", help: "write the port as a number, such as 8080")
        return nil
      }
      return Node(.number(Number(number)), span: node.span)
    }
    guard case .number(let number) = node.value else {
      wrongType(node, path, "a number", help: "write the port as a number, such as 8080")
      return nil
    }
    if number.isWhole { return node }
    guard number.isFinite, let value = Double(number.literal) else {
      wrongType(node, path, "a number", help: "write the port as a number, such as 8080")
      return nil
    }
    let whole = Int(min(max(value, -1e9), 1e9))
    reportFraction(node, path, whole)
    return Node(.number(Number(whole)), span: node.span)
  }

  mutating func autoStop(_ node: Node, _ path: String) -> Node? {
    switch node.value {
    case .bool(let flag): return Node(.string(flag ? "stop" : "off"), span: node.span)
    case .string(let word):
      let words = PlatformWords.autoStop.value
      if words.contains(word) { return node }
      let meant = word == "true" ? "stop" : word == "false" ? "off" : nil
      report(
        .flyWrongType, "flyctl cannot read \(Quoted(word)) as '\(path)'",
        help: meant.map { "write \"\($0)\"" } ?? Spelling.help(for: word, in: words),
        at: node.span, fix: meant.map { .value(.text($0)) })
      return nil
    default:
      wrongType(node, path, "off, stop or suspend")
      return nil
    }
  }

  // MARK: Durations and sizes

  /// A duration in Go's own form.
  ///
  /// Where flyctl rewrites checks, an empty text is as good as none.
  mutating func duration(_ node: Node, bare: FlyType.BareUnit, _ path: String) -> Node? {
    switch node.value {
    case .string(let text):
      if text.isEmpty, bare == .milliseconds { return nil }
      do throws(MalformedValue) {
        return Node(.string(try FlyDuration(text).description), span: node.span)
      } catch {
        report(
          .flyMalformedDuration,
          "flyctl cannot read \(Quoted(text)) as the duration '\(path)': \(error.reason)",
          help: error.help, at: node.span)
        return nil
      }
    case .number(let number) where number.isFinite:
      return bareDuration(node, number, bare, path)
    default:
      wrongType(node, path, "a duration", help: "write it as a string, such as \"10s\"")
      return nil
    }
  }

  private mutating func bareDuration(
    _ node: Node, _ number: Number, _ unit: FlyType.BareUnit, _ path: String
  ) -> Node? {
    guard let value = Double(number.literal), abs(value) * unit.nanoseconds < 9e18 else {
      wrongType(node, path, "a duration")
      return nil
    }
    // Only seconds may have a fraction, which is left out; milliseconds and nanoseconds are whole.
    if !number.isWhole, unit != .seconds {
      wrongType(node, path, "a duration", help: "write it as a string, such as \"10s\"")
      return nil
    }
    let duration = FlyDuration(nanoseconds: Int64(value.rounded(.towardZero) * unit.nanoseconds))
    // Hardly anybody means nanoseconds: to write them down would only hide the mistake.
    let meant = unit == .nanoseconds && value > 0 && value < 1e6
    report(
      .flyBareDuration,
      "flyctl counts the bare number \(number) of '\(path)' in \(unit.rawValue): that is \(duration)",
      help: meant
        ? "write it with a unit, such as \"\(number)s\"" : "write \"\(duration)\"", at: node.span,
      fix: meant ? nil : .value(.text(duration.description)))
    return Node(.string(duration.description), span: node.span)
  }

  /// A size as it stands there, where flyctl can read it.
  mutating func size(
    _ node: Node, _ path: String, allowsNumber: Bool, _ read: (String) throws -> Int
  ) -> Node? {
    switch node.value {
    case .string(let text):
      if text.isEmpty { return nil }
      do {
        _ = try read(text)
        return node
      } catch {
        let fault = error as? MalformedValue
        report(
          .flyMalformedSize, fault?.reason ?? "\(Quoted(text)) is not a size flyctl reads",
          help: fault?.help, at: node.span)
        return nil
      }
    case .number(let number) where allowsNumber && number.isFinite:
      if number.isWhole {
        return size(Node(.string(number.literal), span: node.span), path, allowsNumber: true, read)
      }
      let whole = Double(number.literal).flatMap { Int(exactly: $0.rounded(.towardZero)) }
      if let whole { reportFraction(node, path, whole) }
      let text = whole.map { String($0) } ?? number.literal
      return size(Node(.string(text), span: node.span), path, allowsNumber: true, read)
    default:
      let unit = node.writtenText.map { "write \"\($0)GB\"" }
      wrongType(node, path, "a size", help: allowsNumber ? "write it as \"1gb\"" : unit)
      return nil
    }
  }
}

extension FlyType.BareUnit {
  /// How many nanoseconds one of it has.
  var nanoseconds: Double {
    switch self {
    case .seconds: 1e9
    case .milliseconds: 1e6
    case .nanoseconds: 1
    }
  }
}

extension Node {
  /// The text of a plain value as it would stand in a string.
  var writtenText: String? {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.literal
    case .string(let text): text
    case .dateTime(let moment): moment.literal
    case .null, .array, .object: nil
    }
  }
}
