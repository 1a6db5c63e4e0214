/// Looks through the lines of a read log: which are as they were signed, and whether any is
/// missing.
package struct ReadLogReview: Sendable {
  package private(set) var records: [ReadLogLine] = []
  /// What is wrong, one line each, with the number of the line.
  package private(set) var faults: [String] = []
  /// The lines behind the last signature, which the next one is to vouch for.
  private var pending: Range<Int>?

  /// - Parameter keys: The signing keys that a member has had.
  package init(_ lines: [String], vault: Hash256, keys: (MemberName) -> [[UInt8]]) {
    var previous: ReadLogLine?
    for (index, text) in lines.enumerated() {
      guard let line = ReadLogLine(text) else {
        refuse("is not as it was written", index)
        previous = nil
        continue
      }
      check(line, at: index, after: previous, vault, keys)
      records.append(line)
      previous = line
    }
    closePending()
  }

  private mutating func check(
    _ line: ReadLogLine, at index: Int, after previous: ReadLogLine?, _ vault: Hash256,
    _ keys: (MemberName) -> [[UInt8]]
  ) {
    if line.record.previous != previous?.hash {
      refuse("does not follow the line before it: one is missing, or was moved", index)
    } else if line.record.vault != vault {
      refuse("is of another vault", index)
    } else if let previous, pending != nil, previous.record.member != line.record.member {
      refuse("is of another member, who vouches for no line of '\(previous.record.member)'", index)
    }
    guard line.signature != nil else {
      pending = (pending?.lowerBound ?? index)..<index + 1
      return
    }
    if line.isSigned(by: keys(line.record.member)) {
      pending = nil
    } else {
      refuse("is not signed by '\(line.record.member)', whose name it bears", index)
    }
  }

  /// What stands before a line that is refused is vouched for by nobody.
  private mutating func refuse(_ fault: String, _ index: Int) {
    closePending()
    faults.append("line \(index + 1) \(fault)")
  }

  private mutating func closePending() {
    guard let lines = pending else { return }
    pending = nil
    let many = lines.count > 1
    faults.append(
      "\(many ? "lines \(lines.lowerBound + 1) to" : "line") \(lines.upperBound) "
        + "\(many ? "have" : "has") no signature below")
  }
}

extension LedgerState {
  /// The signing keys that a member has had, the newest last.
  package func signingKeys(of member: MemberName) -> [[UInt8]] {
    members[member.text]?.entries.map(\.member.keys.signing) ?? []
  }
}
