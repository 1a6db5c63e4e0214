import Foundation

/// A file of published test vectors, which lie beside the repository in `shared/vectors`.
enum VectorFile {
  /// The content of a file, or nil with a printed reason where it is not at hand.
  static func load(_ name: String) -> Data? {
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    let file = folder.deletingLastPathComponent().appending(path: "shared/vectors/\(name)")
    guard let data = try? Data(contentsOf: file) else {
      print("skipped: the vectors of \(name) are not tried, \(file.path) is not there")
      return nil
    }
    return data
  }

  /// The groups of a file of Project Wycheproof, or none where it is not at hand.
  static func groups(_ name: String) throws -> [VectorGroup] {
    guard let data = load(name) else { return [] }
    let root = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (root?["testGroups"] as? [[String: Any]] ?? []).map(VectorGroup.init)
  }

  /// The records of a file of `NAME = VALUE` lines with an empty line after each, or none.
  ///
  /// A line without a value, such as `FAIL`, becomes a name with an empty value.
  static func records(_ name: String) -> [[String: String]] {
    guard let data = load(name) else { return [] }
    let lines = String(decoding: data, as: UTF8.self)
      .replacing("\r", with: "").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(separator: "").map { record in
      var values: [String: String] = [:]
      for line in record where !line.hasPrefix("#") {
        let parts = line.split(separator: "=", maxSplits: 1)
        let value = parts.count > 1 ? parts[1] : ""
        values[parts[0].trimmingCharacters(in: .whitespaces)] =
          value.trimmingCharacters(in: .whitespaces)
      }
      return values
    }
  }
}

/// Vectors that share the sizes of their keys, nonces and tags.
struct VectorGroup {
  private let fields: [String: Any]

  init(fields: [String: Any]) { self.fields = fields }

  func number(_ name: String) -> Int? { fields[name] as? Int }

  var vectors: [Vector] { (fields["tests"] as? [[String: Any]] ?? []).map(Vector.init) }
}

/// One vector of Project Wycheproof.
struct Vector {
  private let fields: [String: Any]

  init(fields: [String: Any]) { self.fields = fields }

  var id: Int { number("tcId") ?? 0 }
  var isValid: Bool { fields["result"] as? String == "valid" }

  func number(_ name: String) -> Int? { fields[name] as? Int }
  func text(_ name: String) -> String? { fields[name] as? String }
  func bytes(_ name: String) -> [UInt8] { HexText.bytes(text(name) ?? "") }
  func isFlagged(_ flag: String) -> Bool { (fields["flags"] as? [String] ?? []).contains(flag) }
}
