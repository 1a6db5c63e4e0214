extension ExportForm {
  /// Text for `fly secrets import`, in writings that its parser reads back byte for byte.
  static let fly = ExportForm("fly", "Text for `fly secrets import`") {
    values throws(FormRefusals) in
    let text = try FormWriting.joined(values) { value, text throws(FormFault) in
      try FormWriting.checkText(value)
      text += try FlyWriting.line(of: value)
    }
    try FlyWriting.prove(text, holds: values)
    return text
  }
}

/// How a value can be written so that Fly's parser reads it back.
private enum FlyWriting {
  /// The first writing of a value from which the parser reads just that value.
  static func line(of value: ExportedValue) throws(FormFault) -> [UInt8] {
    let isLong = value.value.withBytes { $0.contains(UInt8(ascii: "\n")) }
    for quotes in isLong ? [#"""""#] : [#"""#, "'", #"""""#, ""] {
      let line = line(of: value, in: quotes)
      if holds(line, [value]) { return line }
    }
    throw value.value.withBytes { fault(of: $0, value) }
  }

  private static func line(of value: ExportedValue, in quotes: String) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(value.value.count + value.key.text.utf8.count + 8)
    line += value.key.text.utf8
    line.append(UInt8(ascii: "="))
    line += quotes.utf8
    value.value.withBytes { line += $0 }
    line += quotes.utf8
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private static func holds(_ text: [UInt8], _ values: [ExportedValue]) -> Bool {
    guard let read = try? FlySecretsParser.read(text), read.count == values.count else {
      return false
    }
    return values.allSatisfy { value in
      read[Array(value.key.text.utf8)].map { read in
        value.value.withBytes { $0.elementsEqual(read) }
      } ?? false
    }
  }

  /// Decodes the whole text once more, just as Fly will.
  static func prove(
    _ text: Secret, holds values: [ExportedValue]
  ) throws(FormRefusals) {
    guard !text.withBytes({ holds(Array($0), values) }) else { return }
    throw FormRefusals(
      refusals: values.map {
        .init(key: $0.key, reason: "Fly's parser reads other values from the whole", help: nil)
      })
  }

  // MARK: Refusals

  /// Why no writing of a value is read back.
  private static func fault(
    of bytes: UnsafeRawBufferPointer, _ value: ExportedValue
  ) -> FormFault {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return FormFault(reason(for: lines), help: help(for: bytes, value))
  }

  /// The most bytes that `fly secrets set NAME=-` takes from standard input.
  private static let mostFromInput = 64 << 10

  /// What hands a value over by itself: Fly's command where that leaves it whole, its API else.
  private static func help(
    for bytes: UnsafeRawBufferPointer, _ value: ExportedValue
  ) -> String {
    let (key, environment) = (value.key, value.environment)
    if bytes.count > mostFromInput {
      return "`fly secrets set` cannot take it either, for it reads at most \(mostFromInput) "
        + "bytes; \(helpWithAPI(key))"
    }
    if GoSpace.trimmed(Array(bytes)[...]).count < bytes.count {
      return "`fly secrets set` cannot take it either, for it drops the white space at the ends "
        + "of a value; \(helpWithAPI(key))"
    }
    return "`flyconf env get \(key) --env \(environment) --reveal | fly secrets set \(key)=-` "
      + "hands it over by itself"
  }

  private static func helpWithAPI(_ key: VariableKey) -> String {
    "Fly's API does: POST https://api.machines.dev/v1/apps/APP/secrets "
      + "with {\"values\": {\"\(key)\": \"...\"}}, where `--for json` writes the value"
  }

  private static func reason(for lines: [Slice<UnsafeRawBufferPointer>]) -> String {
    if let index = lines.firstIndex(where: { $0.count > FlySecretsParser.longestLine - 64 }) {
      return "\(place(index, lines)) has \(lines[index].count) bytes, and Fly's parser silently "
        + "stops at a line over \(FlySecretsParser.longestLine)"
    }
    let inner = lines.dropLast()
    if let index = inner.firstIndex(where: { $0.last == UInt8(ascii: "\r") }) {
      return "\(place(index, lines)) ends with CR LF, of which Fly's parser drops the CR"
    }
    if let index = inner.firstIndex(where: { $0.suffix(3).elementsEqual(#"""""#.utf8) }) {
      return "\(place(index, lines)) ends with three double quotes, where Fly's parser takes the "
        + "value to end"
    }
    return
      "its first line has a '#' after an odd number of double quotes, where Fly's parser takes "
      + "a comment to begin"
  }

  private static func place(_ index: Int, _ lines: [Slice<UnsafeRawBufferPointer>]) -> String {
    lines.count == 1 ? "it" : "its line \(index + 1)"
  }
}
