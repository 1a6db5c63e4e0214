import DeployModel
import Documents

/// A file beside what would be rendered in its place.
struct RenderedComparison {
  private let source: SourceText
  private let rendered: RenderedConfiguration
  /// Whether both mean the same to flyctl, whatever way they are written.
  let isSame: Bool

  init(_ rendered: RenderedConfiguration, with source: SourceText) {
    self.rendered = rendered
    self.source = source
    guard source.bytes != Array(rendered.text.utf8) else {
      isSame = true
      return
    }
    let meanings = [SourceText(name: "rendered", rendered.text), source].map {
      FlyTomlFile($0).configuration.map { FlyMeaning($0) }
    }
    if let ours = meanings[0], let theirs = meanings[1] {
      isSame = ours.isSame(as: theirs)
    } else {
      isSame = false
    }
  }

  /// The first line of the file that stands otherwise in what would be rendered.
  var firstDifference: Int {
    let lines = [source.text(of: source.span), rendered.text].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let index = zip(lines[0], lines[1]).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return min(index ?? min(lines[0].count, lines[1].count), max(0, lines[0].count - 1)) + 1
  }

  /// How the file differs, with what may be secret hidden.
  ///
  /// - Parameter mask: Finds what is hidden besides; it looks at the files, for what is left of a
  ///   line in a diff tells less.
  func diff(maskedBy mask: ReportMask = ReportMask()) -> String {
    let texts = [source, SourceText(name: source.name, rendered.text)]
    let masked = texts.reduce(into: [:]) { masked, text in
      masked.merge(zip(Self.lines(of: text), Self.lines(of: mask.masked(text)))) { $1 }
    }
    return Self.lines(diff).map { line in
      let content = String(line.unicodeScalars.dropFirst())
      guard let shown = masked[content], !line.hasPrefix("---"), !line.hasPrefix("+++") else {
        return FlyTomlMask.masked(line)
      }
      return FlyTomlMask.masked(String(line.unicodeScalars.prefix(1)) + shown)
    }.joined(separator: "\n")
  }

  func result(showingDiff hasDiff: Bool) -> CommandResult {
    let node: Node = .object([
      "format": "flyconf.render/1", "file": Node(.string(source.name)),
      "same": Node(.bool(isSame)), "diff": Node(.string(diff())),
    ])
    return CommandResult(node: node, text: hasDiff ? diff() : "", notes: [note])
  }

  private var diff: String {
    UnifiedDiff(
      source.text(of: source.span), rendered.text, names: (source.name, "rendered")
    ).text
  }

  private static func lines(of source: SourceText) -> [String] {
    lines(source.text(of: source.span))
  }

  private static func lines(_ text: String) -> [String] {
    // As one character, CR LF would be no end of a line.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  private var note: String {
    isSame
      ? "'\(source.name)' means the same as what would be rendered"
      : "'\(source.name)' means something else than what would be rendered: "
        + "`flyconf render \(source.name)` writes it"
  }
}
