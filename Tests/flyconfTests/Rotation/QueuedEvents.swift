import Foundation
import Testing

extension CommandProject {
  /// What stands in `events/`, in the order of the files' names.
  var events: [[String: Any]] {
    get throws {
      let folder = test.folder.appending(path: "flyconf/events")
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
        return []
      }
      return try names.sorted().map { name in
        let data = try Data(contentsOf: folder.appending(path: name))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      }
    }
  }

  var eventTypes: [String] {
    get throws { try events.compactMap { $0["type"] as? String }.sorted() }
  }
}
