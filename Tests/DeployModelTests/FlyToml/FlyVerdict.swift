import Documents
import Foundation

@testable import DeployModel

/// Real files with what flyctl's own code made of them, where the shared fixtures are at hand.
struct FlyVerdict: Sendable {
  var name: String
  var text: String
  var isValid: Bool
  /// The configuration as flyctl understood it; nothing where it refused the file.
  var configuration: Node?

  /// Every file with a verdict; none, and a line that says so, where the fixtures are absent.
  static let all: [FlyVerdict] = ["wild", "flyctl"].flatMap(read)

  private static func read(_ folder: String) -> [FlyVerdict] {
    let repository = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in
      folder.deletingLastPathComponent()
    }
    let root = repository.deletingLastPathComponent().appending(path: "shared/fixtures/fly-toml")
      .path
    let path = "\(root)/\(folder)-verdicts.json"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: no ../shared/fixtures/fly-toml/\(folder), so real files are not tried")
      return []
    }
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(SourceText(name: path, text), &diagnostics)
    return (node?.elements ?? []).compactMap { verdict in
      guard let name = verdict["file"]?.text,
        let file = try? String(contentsOfFile: "\(root)/\(folder)/\(name)", encoding: .utf8)
      else { return nil }
      var isValid = false
      if case .bool(true)? = verdict["valid"]?.value { isValid = true }
      return FlyVerdict(
        name: "\(folder)/\(name)", text: file, isValid: isValid, configuration: verdict["config"])
    }
  }
}
