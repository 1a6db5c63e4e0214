import Foundation

/// Files `fly.toml` as their owners wrote them, which lie beside the repository.
enum RealTOML {
  static let files: [[UInt8]] = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder = folder.deletingLastPathComponent().appending(path: "shared/fixtures/fly-toml")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let files = paths.filter { $0.hasSuffix(".toml") }.sorted().compactMap { path in
      FileManager.default.contents(atPath: folder.appending(path: path).path).map { Array($0) }
    }
    if files.isEmpty { print("skipped: no real files are tried, \(folder.path) is not there") }
    return files
  }()
}
