import DeployModel
import Documents

/// What a finding is known by in the next run: it survives new layout and moved lines.
///
/// A hash of the rule, the environment, the entity and the field; of the file only where the
/// finding is about no entity. Never of a value.
struct FindingFingerprint: Hashable, Sendable {
  /// 32 hexadecimal digits, and behind a colon the number of the finding among those that are
  /// otherwise the same, from the second on.
  let text: String

  /// - Parameter file: The path of the finding's file in the repository.
  fileprivate init(_ finding: Finding, in file: String, number: Int) {
    var bytes: [UInt8] = []
    for part in Self.parts(finding, file) {
      bytes += Array("\(part.utf8.count):".utf8) + Array(part.utf8)
    }
    let hash = SHA256.hash(bytes).hex.prefix(32)
    text = number == 1 ? String(hash) : "\(hash):\(number)"
  }

  private static func parts(_ finding: Finding, _ file: String) -> [String] {
    let common = ["flyconf/v1", finding.rule.code.text, finding.environment?.rawValue ?? ""]
    let pointer = finding.pointer ?? ""
    guard let subject = finding.subject, let id = subject.id else {
      return common + [file, pointer]
    }
    return common + [subject.kind, id, fieldPointer(pointer)]
  }

  /// The pointer within an entity: where it stands in its list changes when others come and go.
  private static func fieldPointer(_ pointer: String) -> String {
    let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard steps.count >= 2, steps.dropFirst().first.flatMap({ Int($0) }) != nil else {
      return pointer
    }
    return steps.dropFirst(2).map { "/\($0)" }.joined()
  }

  /// The fingerprints of findings, each another.
  static func all(_ findings: [Finding], _ paths: RepositoryPaths) -> [FindingFingerprint] {
    var counts: [FindingFingerprint: Int] = [:]
    return findings.map { finding in
      let file = paths.path(of: finding.place.file)
      let first = FindingFingerprint(finding, in: file, number: 1)
      counts[first, default: 0] += 1
      return FindingFingerprint(finding, in: file, number: counts[first] ?? 1)
    }
  }
}
