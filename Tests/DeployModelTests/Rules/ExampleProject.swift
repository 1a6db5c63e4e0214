import Documents
import Foundation

@testable import DeployModel

/// The projects under `Examples`.
enum ExampleProject {
  static func files(
    of name: String, withoutPatches: Bool = false
  ) throws -> [ProjectFile: String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Examples/\(name)/flyconf").standardized
    var files: [ProjectFile: String] = [:]
    for file in ProjectFile.all {
      let path = folder.appending(path: file.name).path
      if FileManager.default.fileExists(atPath: path) {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        files[file] = withoutPatches && file.layout == .object ? removingPatches(text) : text
      }
    }
    return files
  }

  private static func removingPatches(_ text: String) -> String {
    var diagnostics: [Diagnostic] = []
    let root = JSONReader.read(SourceText(name: "", text), &diagnostics)
    let members = (root?.members ?? []).filter { $0.key != "environments" }
    return JSONWriter.document(Node(.object(members)))
  }
}
