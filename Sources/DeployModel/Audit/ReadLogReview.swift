/// Looks through the lines of a read log: which are as they were signed, and whether any is
/// missing.
package struct ReadLogReview: Sendable {
  package private(set) var records: [SignedReadRecord] = []
  /// What is wrong, one line each, with the number of the line.
  package private(set) var faults: [String] = []

  /// - Parameter keys: The signing keys that a member has had.
  package init(_ lines: [String], vault: Hash256, keys: (MemberName) -> [[UInt8]]) {
    var previous: Hash256?
    for (index, line) in lines.enumerated() {
      guard let signed = SignedReadRecord(line) else {
        faults.append("line \(index + 1) is not as it was written")
        previous = nil
        continue
      }
      if signed.record.vault != vault {
        faults.append("line \(index + 1) is of another vault")
      } else if !signed.isSigned(by: keys(signed.record.member)) {
        faults.append(
          "line \(index + 1) is not signed by '\(signed.record.member)', whose name it bears")
      } else if signed.record.previous != previous {
        faults.append("a line before line \(index + 1) is missing, or it has been moved")
      }
      records.append(signed)
      previous = signed.hash
    }
  }
}

extension LedgerState {
  /// The signing keys that a member has had, the newest last.
  package func signingKeys(of member: MemberName) -> [[UInt8]] {
    members[member.text]?.entries.map(\.member.keys.signing) ?? []
  }
}
