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
  var maskedDiff: String { Self.masked(diff) }

  func result(showingDiff hasDiff: Bool) -> CommandResult {
    let node: Node = .object([
      "format": "flyconf.render/1", "file": Node(.string(source.name)),
      "same": Node(.bool(isSame)), "diff": Node(.string(diff)),
    ])
    return CommandResult(node: node, text: hasDiff ? maskedDiff : "", notes: [note])
  }

  private var diff: String {
    UnifiedDiff(
      source.text(of: source.span), rendered.text, names: (source.name, "rendered")
    ).text
  }

  private static func masked(_ diff: String) -> String {
    diff.split(separator: "\n", omittingEmptySubsequences: false)
      .map { FlyTomlMask.masked(String($0)) }.joined(separator: "\n")
  }

  private var note: String {
    isSame
      ? "'\(source.name)' means the same as what would be rendered"
      : "'\(source.name)' means something else than what would be rendered: "
        + "`flyconf render \(source.name)` writes it"
  }
}
