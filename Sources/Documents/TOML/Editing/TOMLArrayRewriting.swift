/// Finds which bytes of an array in brackets its edits replace.
///
/// An array with a line for each element loses and gains whole lines, comments included; of any
/// other the text between the elements is kept as far as it can be.
struct TOMLArrayRewriting {
  typealias Piece = TOMLAssembly.Piece

  private let document: TOMLDocument
  private let bytes: [UInt8]
  private let lines: TOMLLines
  private let node: Node
  private let elements: [Node]
  private let edits: TOMLEdits
  /// Where the comma behind each element stands.
  private let commas: [Int?]

  init(_ document: TOMLDocument, _ node: Node, _ elements: [Node], _ edits: TOMLEdits) {
    self.document = document
    self.node = node
    self.elements = elements
    self.edits = edits
    bytes = document.source.bytes
    lines = TOMLLines(document)
    commas = elements.map { Self.comma(behind: $0.span.range.upperBound, document.source.bytes) }
  }

  func pieces() -> [Piece] {
    let values = edits.elements.flatMap { index, change in
      TOMLValueRewriting(document).pieces(elements[index], change)
    }
    let kept = elements.indices.filter { !isRemoved($0) }
    let added = edits.appended.compactMap(TOMLWriter.inline)
    guard kept.count < elements.count || !added.isEmpty else { return values }
    guard let last = kept.last else {
      return [Piece(node.span.range.dropFirst().dropLast(), added.joined(separator: ", "))]
    }
    guard !hasLines else { return values + removedLines() + addedLines(added) }
    let end = elements[last].span.range.upperBound
    let addition = Piece(end..<end, added.map { ", " + $0 }.joined())
    return values + [addition] + removedTexts(lastKept: last)
  }

  private func isRemoved(_ index: Int) -> Bool { edits.elements[index]?.isRemoved ?? false }

  private static func comma(behind offset: Int, _ bytes: [UInt8]) -> Int? {
    var at = offset
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ","): return at
      case UInt8(ascii: "#"): at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return nil
      }
    }
    return nil
  }

  // MARK: Lines

  /// Whether each element has lines that it shares with nothing but its comma and a comment.
  private var hasLines: Bool {
    elements.indices.allSatisfy { index in
      let range = elements[index].span.range
      let lead = bytes[lines.lineStart(of: range.lowerBound)..<range.lowerBound]
      let end = commas[index].map { $0 + 1 } ?? range.upperBound
      let rest = bytes[end..<lines.lineEnd(of: end)].drop { $0 == 0x20 || $0 == 0x09 }
      return lead.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        && lines.lineEnd(of: end) == lines.lineEnd(of: range.upperBound)
        && rest.first.map { $0 == UInt8(ascii: "#") || $0 == 0x0A || $0 == 0x0D } ?? false
    }
  }

  private func lines(of index: Int) -> Range<Int> {
    let range = elements[index].span.range
    return lines.lineStart(of: range.lowerBound)..<lines.lineEnd(of: range.upperBound)
  }

  private func removedLines() -> [Piece] {
    elements.indices.filter(isRemoved).map { Piece(removing: lines(of: $0)) }
  }

  private func addedLines(_ added: [String]) -> [Piece] {
    guard !added.isEmpty, let last = elements.last else { return [] }
    let index = elements.count - 1
    let start = last.span.range.lowerBound
    let indentation = String(decoding: bytes[lines.lineStart(of: start)..<start], as: UTF8.self)
    let hasComma = commas[index] != nil
    let texts = added.enumerated().map { offset, text in
      indentation + text + (hasComma || offset + 1 < added.count ? "," : "") + lines.newline
    }
    let end = last.span.range.upperBound
    let comma = hasComma || isRemoved(index) ? [] : [Piece(end..<end, ",")]
    return comma + [Piece(.lines, at: lines(of: index).upperBound, texts.joined())]
  }

  // MARK: Text

  private func removedTexts(lastKept: Int) -> [Piece] {
    let tail = Array(elements.indices.dropFirst(lastKept + 1))
    var pieces = elements.indices.prefix(lastKept).filter(isRemoved).map { index in
      let start = elements[index].span.range.lowerBound
      let next = elements[index + 1].span.range.lowerBound
      return Piece(start..<(hasComment(start..<next) ? end(of: index) : next), "")
    }
    guard let last = tail.last else { return pieces }
    let range =
      elements[lastKept].span.range.upperBound..<elements[last].span.range.upperBound
    if hasComment(range) {
      pieces += tail.map { Piece(elements[$0].span.range.lowerBound..<end(of: $0), "") }
    } else {
      pieces.append(Piece(range, ""))
    }
    return pieces
  }

  private func end(of index: Int) -> Int {
    commas[index].map { $0 + 1 } ?? elements[index].span.range.upperBound
  }

  /// Whether what is between elements, or in one of them, may be a comment.
  private func hasComment(_ range: Range<Int>) -> Bool {
    bytes[range].contains(UInt8(ascii: "#"))
  }
}
