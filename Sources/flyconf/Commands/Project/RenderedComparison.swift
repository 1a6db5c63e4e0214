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
    let meanings = [SourceText(name: "rendered", rendered.text), source].map {
      FlyTomlFile($0).configuration.map { FlyMeaning($0) }
    }
    if let ours = meanings[0], let theirs = meanings[1] {
      isSame = ours.isSame(as: theirs)
    } else {
      isSame = false
    }
  }

  func result(showingDiff hasDiff: Bool) -> CommandResult {
    let diff = UnifiedDiff(
      source.text(of: source.span), rendered.text, names: (source.name, "rendered")
    ).text
    let node: Node = .object([
      "format": "flyconf.render/1", "file": Node(.string(source.name)),
      "same": Node(.bool(isSame)), "diff": Node(.string(diff)),
    ])
    let shown = diff.split(separator: "\n", omittingEmptySubsequences: false)
      .map { FlyTomlMask.masked(String($0)) }.joined(separator: "\n")
    return CommandResult(node: node, text: hasDiff ? shown : "", notes: [note])
  }

  private var note: String {
    isSame
      ? "'\(source.name)' means the same as what would be rendered"
      : "'\(source.name)' means something else than what would be rendered: "
        + "`flyconf render \(source.name)` writes it"
  }
}
