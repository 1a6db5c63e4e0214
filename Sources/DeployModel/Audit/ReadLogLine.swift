import Documents

/// A line of a read log as it stands there.
///
/// The last line of what was appended at once is signed. Each line names the one before by its
/// hash, so that the signature vouches for those above it too.
package struct ReadLogLine: Sendable {
  package let record: ReadRecord
  /// Nothing if a line below vouches for this one.
  let signature: [UInt8]?
  package let line: String

  package var isSigned: Bool { signature != nil }

  /// What the next line names as the one before.
  var hash: Hash256 { SHA256.hash(Array(line.utf8)) }

  /// Reads a line; one that is not exactly as it is written gives nothing.
  package init?(_ line: String) {
    var diagnostics: [Diagnostic] = []
    guard
      let node = JSONReader.read(SourceText(name: "read log", line), &diagnostics),
      diagnostics.isEmpty, let record = ReadRecord(extracting: node)
    else { return nil }
    self.record = record
    self.line = line
    guard let text = node["signature"]?.text else {
      signature = nil
      guard line.utf8.elementsEqual(record.content) else { return nil }
      return
    }
    guard let signature = Base64URL.decode(text.utf8), signature.count == 64,
      line.utf8.elementsEqual(record.line(with: signature))
    else { return nil }
    self.signature = signature
  }

  /// Whether the line has a signature, and it is that of one of the keys.
  func isSigned(by keys: [[UInt8]]) -> Bool {
    signature.map { record.isSigned($0, by: keys) } ?? false
  }

  /// Whether the line is what another one names as the one before, and of the same log.
  func precedes(_ next: ReadLogLine) -> Bool {
    next.record.previous == hash && next.record.vault == record.vault
      && next.record.member == record.member && next.record.clone == record.clone
  }
}

extension [ReadLogLine] {
  /// The lines in their order, each once and right behind the one that it names, as far as that is
  /// there: the log of a job can hold several runs that went on at the same time.
  package var inChains: [ReadLogLine] {
    var seen: Set<String> = []
    let lines = filter { seen.insert($0.line).inserted }
    let hashes = lines.map(\.hash)
    var followers: [Hash256: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      if let previous = line.record.previous { followers[previous, default: []].append(index) }
    }
    let known = Set(hashes)
    let starts = lines.indices.filter { index in
      lines[index].record.previous.map { !known.contains($0) } ?? true
    }
    var order: [Int] = []
    // The first one that follows is taken up last, and so comes next.
    var waiting = [Int](starts.reversed())
    while let index = waiting.popLast() {
      order.append(index)
      waiting += followers.removeValue(forKey: hashes[index])?.reversed() ?? []
    }
    return order.map { lines[$0] }
  }

  /// The lines in groups that were appended at once: only the last of each is signed, if any is.
  private var groups: [ArraySlice<ReadLogLine>] {
    var groups: [ArraySlice<ReadLogLine>] = []
    var start = startIndex
    for index in indices {
      let isEnd = self[index].signature != nil || index == endIndex - 1
      guard isEnd || !self[index].precedes(self[index + 1]) else { continue }
      groups.append(self[start...index])
      start = index + 1
    }
    return groups
  }

  /// The lines that no signature of a member vouches for.
  ///
  /// - Parameter keys: The signing keys that a member has had.
  package func unsigned(
    in vault: Hash256, _ keys: (MemberName) -> [[UInt8]]
  ) -> [ReadLogLine] {
    groups.filter { group in
      guard let last = group.last else { return false }
      return last.record.vault != vault || !last.isSigned(by: keys(last.record.member))
    }.flatMap(\.self)
  }
}
