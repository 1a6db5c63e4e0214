package import Documents

/// A format of files from which values are imported.
package enum ImportFormat: String, CaseIterable, Sendable {
  case dotenv, json

  /// The format that the name of a file tells, or where there is none, its first character.
  package init(ofFile name: String?, holding bytes: [UInt8]) {
    if let name {
      self = name.lowercased().hasSuffix(".json") ? .json : .dotenv
    } else {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
      self = text.first { !ASCII.isSpace($0) } == UInt8(ascii: "{") ? .json : .dotenv
    }
  }

  /// The values that a file holds, and all that is wrong with it.
  package func read(_ source: SourceText) -> ImportedFile {
    if let stray = Self.strayByte(in: source) { return ImportedFile(values: [], mistakes: [stray]) }
    return switch self {
    case .dotenv: DotenvReader.read(source)
    case .json: JSONValueReader.read(source)
    }
  }

  /// The first byte that no text has.
  private static func strayByte(in source: SourceText) -> ImportMistake? {
    let bytes = source.bytes
    guard bytes.count <= SourceText.sizeLimit else {
      return ImportMistake(
        line: 1,
        "the file has \(bytes.count) bytes, more than the limit of "
          + "\(SourceText.sizeLimit >> 20) MiB")
    }
    if let offset = UTF8Check.firstInvalid(bytes, 0..<bytes.count) {
      let place = LineIndex(source).location(of: offset)
      return ImportMistake(
        line: place.line, column: place.column, "a byte here is not UTF-8",
        help: "save the file in the encoding UTF-8")
    }
    guard let offset = bytes.firstIndex(of: 0) else { return nil }
    let place = LineIndex(source).location(of: offset)
    return ImportMistake(
      line: place.line, column: place.column,
      "a NUL stands here, which no environment variable can hold")
  }
}
