/// Puts the text of an edited document together from what stays and from what is new.
struct TOMLAssembly {
  /// What is new, or empty, in the place of a range of bytes.
  struct Piece {
    /// What a piece asks of the text around it, in the order of several at one place.
    enum Kind: Int {
      /// Lines of their own, with a line break behind the last.
      case lines
      /// Lines that an empty line is to follow.
      case firstLines
      /// Lines between empty lines.
      case section
      /// Such lines that belong to what follows.
      case leadingSection
      /// Whole lines that go, and all that is to change inside them.
      case removal
      case text
    }

    let kind: Kind
    let range: Range<Int>
    let text: String

    /// Text in the place of some bytes.
    init(_ range: Range<Int>, _ text: String = "") {
      self.init(.text, range, text)
    }

    /// Nothing in the place of whole lines but other whole lines that are kept of them.
    init(removing lines: Range<Int>, keeping kept: String = "") {
      self.init(.removal, lines, kept)
    }

    init(_ kind: Kind, at offset: Int, _ text: String) {
      self.init(kind, offset..<offset, text)
    }

    private init(_ kind: Kind, _ range: Range<Int>, _ text: String) {
      self.kind = kind
      self.range = range
      self.text = text
    }

    /// Whether it stands within a line, or for one.
    fileprivate var isText: Bool { kind == .text || kind == .removal }

    fileprivate var order: (Int, Int, Int) { (range.lowerBound, kind.rawValue, range.upperBound) }
  }

  private let source: [UInt8]
  private let newline: [UInt8]
  private var bytes: [UInt8] = []
  private var done = 0
  /// Whether an empty line is to follow.
  private var isSectionOpen = false

  /// - Parameters:
  ///   - pieces: Of two at one place and of one kind the earlier goes first; text in the place of
  ///     bytes that are replaced already does not count.
  ///   - newline: What ends the lines that are added.
  static func text(_ source: [UInt8], _ pieces: [Piece], newline: String) -> String {
    var assembly = TOMLAssembly(source: source, newline: Array(newline.utf8))
    let sorted = pieces.enumerated().sorted { left, right in
      let (first, second) = (left.element.order, right.element.order)
      return first == second ? left.offset < right.offset : first < second
    }
    for (_, piece) in sorted {
      // Lines that are added where others go stand behind those.
      if !piece.isText || piece.range.lowerBound >= assembly.done { assembly.add(piece) }
    }
    assembly.copy(upTo: source.count)
    return String(decoding: assembly.bytes, as: UTF8.self)
  }

  private init(source: [UInt8], newline: [UInt8]) {
    self.source = source
    self.newline = newline
    bytes.reserveCapacity(source.count)
  }

  private mutating func add(_ piece: Piece) {
    copy(upTo: piece.range.lowerBound)
    done = max(done, piece.range.upperBound)
    guard !piece.isText else {
      bytes += piece.text.utf8
      return
    }
    endLine()
    let isSection = piece.kind == .section || piece.kind == .leadingSection
    if isSection, !isAtEmptyLine { bytes += newline }
    bytes += piece.text.utf8
    isSectionOpen = isSection || piece.kind == .firstLines
    if done == source.count, let last = source.last, last != UInt8(ascii: "\n") {
      // A file whose last line has no line break is given none.
      bytes.removeLast(newline.count)
    }
  }

  private mutating func copy(upTo end: Int) {
    guard done < end else { return }
    if isSectionOpen, !source[done...].starts(with: newline), source[done] != UInt8(ascii: "\n") {
      bytes += newline
    }
    isSectionOpen = false
    bytes += source[done..<end]
    done = end
  }

  private mutating func endLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n"), !isEmpty { bytes += newline }
  }

  /// Whether there is nothing but a byte order mark.
  private var isEmpty: Bool { bytes.isEmpty || bytes.elementsEqual([0xEF, 0xBB, 0xBF]) }

  private var isAtEmptyLine: Bool {
    guard !isEmpty else { return true }
    let line = bytes.dropLast().reversed().prefix { $0 != UInt8(ascii: "\n") }
    return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x09 || $0 == UInt8(ascii: "\r") }
  }
}
