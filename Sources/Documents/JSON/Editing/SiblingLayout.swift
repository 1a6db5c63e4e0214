/// How the members of an object, or the elements of an array, stand, so that new ones can stand
/// likewise.
struct SiblingLayout {
  /// What stands between two of them.
  let separator: String
  /// What stands between a key and its value.
  private let colon: String
  /// What the last line of an inserted value begins with.
  private let indentation: String
  private let isOnOneLine: Bool
  /// Whether there is no white space on a line.
  private let isDense: Bool
  private let document: EditedDocument

  /// - Parameter siblings: Where the members or elements stand; at least one.
  init(_ container: Node, _ siblings: [Range<Int>], in document: EditedDocument) {
    let lead = Int(container.span.start) + 1..<siblings[0].lowerBound
    let gap = siblings.count > 1 ? siblings[0].upperBound..<siblings[1].lowerBound : nil
    let isOnLines = document.containsNewline(gap ?? lead)
    let innerColon = Self.colon(container, in: document)
    isDense = innerColon.map { $0 == ":" } ?? gap.map { document.text($0) == "," } ?? false
    colon = innerColon ?? ": "
    if isOnLines, document.containsNewline(lead) {
      separator = "," + document.newline + document.indentation(ofLastLineIn: lead)
    } else {
      separator = gap.map(document.text) ?? (isDense ? "," : ", ")
    }
    indentation =
      isOnLines
      ? document.indentation(ofLastLineIn: document.containsNewline(lead) ? lead : gap ?? lead)
      : document.indentation(ofLineAt: lead.lowerBound)
    isOnOneLine = document.isOnOneLine(container.span.range)
    self.document = document
  }

  /// What stands behind the first key of an object, or of the first element of an array.
  private static func colon(_ container: Node, in document: EditedDocument) -> String? {
    guard let member = (container.elements.first ?? container).members.first else { return nil }
    let range = member.keySpan.range.upperBound..<member.value.span.range.lowerBound
    return document.containsNewline(range) ? nil : document.text(range)
  }

  /// Appends a new member or element.
  ///
  /// - Parameters:
  ///   - sibling: An old value that it is to look like.
  ///   - comma: How many columns are taken by what follows on its line.
  func write(
    _ insertion: ContainerEdits.Insertion, like sibling: Node, comma: Int, to bytes: inout [UInt8]
  ) {
    let key = insertion.key.map { JSONWriter.quoted($0) + colon } ?? ""
    bytes += key.utf8
    write(
      insertion.value, like: sibling, indentation: indentation,
      column: indentation.count + key.count + comma, to: &bytes)
  }

  /// The text of a value that replaces another.
  func text(of value: Node, replacing old: Node, comma: Int) -> [UInt8] {
    guard !value.isEqual(to: old) else { return Array(document.source.bytes[old.span.range]) }
    let start = old.span.range.lowerBound
    var bytes: [UInt8] = []
    write(
      value, like: old, indentation: document.indentation(ofLineAt: start),
      column: document.column(of: start) + comma, to: &bytes)
    return bytes
  }

  private func write(
    _ value: Node, like sibling: Node, indentation: String, column: Int, to bytes: inout [UInt8]
  ) {
    let isLikeOneLine =
      !value.members.isEmpty && !sibling.members.isEmpty
      && document.isOnOneLine(sibling.span.range)
    guard isOnOneLine || isLikeOneLine else {
      var layout = JSONLayout(newline: document.newline, indentation: indentation)
      return layout.write(value, column: column, to: &bytes)
    }
    bytes += (isDense ? JSONWriter.line(value) : JSONWriter.spacedLine(value)).utf8
  }
}
