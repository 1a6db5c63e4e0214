import Documents

/// Looks for secrets in one file whose bytes come in pieces, of which only a part is held at a
/// time: a file may be larger than the memory.
struct LeakStream {
  /// What is known of the file before its first byte.
  private let file: ScannedFile
  private let values: KnownValues

  /// What is looked at together.
  private static let blockSize = 1 << 20
  /// How much of a block's end is looked at again with the next: nothing that is found is longer.
  private static let overlap = 8 << 10
  /// How much of a block's end is needed to understand what stands behind it.
  private static let lookBehind = 256

  private var buffer: [UInt8] = []
  /// How many bytes of the buffer are only there to be looked back at.
  private var known = 0
  private var cursor = LineCursor()
  private var text: ScannedText?
  private var leaks: [Leak] = []
  private var comments: [SuppressionComment] = []
  /// What is wrong with the suppressions in the file, once it is finished.
  private(set) var remarks: [LeakRemark] = []

  init(_ file: ScannedFile, _ values: KnownValues) {
    self.file = file
    self.values = values
  }

  /// Takes the next bytes of the file.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if text == nil, !bytes.isEmpty { text = ScannedText(beginning: bytes) }
    if text?.append(bytes, to: &buffer) == nil { return }
    if buffer.count >= Self.blockSize { scan(isLast: false) }
  }

  /// What was found in the whole file.
  mutating func finish() -> [Leak] {
    scan(isLast: true)
    if !comments.isEmpty { suppress() }
    return leaks
  }

  private mutating func suppress() {
    var suppressions = LineSuppressions(comments)
    for index in leaks.indices {
      leaks[index].suppression = suppressions.reason(
        for: leaks[index].kind.rule, at: leaks[index].start.line)
    }
    // What a text shows of comments cannot be told from comments that are meant.
    guard !file.isDocumentation else { return }
    // Of other rules, only those are known to find nothing that look at no file of the kind.
    let isOfOtherRules = FlyTomlFile.isName(file.path)
    remarks = suppressions.remarks { $0.findsLeaks || !isOfOtherRules }
      .map { LeakRemark(remark: $0, file: file.path) }
  }

  private mutating func scan(isLast: Bool) {
    let end = isLast ? buffer.count : buffer.count - Self.overlap
    let start = known
    buffer.withUnsafeBufferPointer { bytes in
      let found = findings(in: bytes).filter { start..<end ~= $0.range.lowerBound }
      if text?.isBinary == false {
        comments += SuppressionComment.find(in: bytes, start..<end, from: cursor)
      }
      var reached = start
      for leak in found {
        cursor.advance(over: bytes[reached..<leak.range.lowerBound])
        reached = leak.range.lowerBound
        leaks.append(self.leak(leak, in: bytes))
      }
      cursor.advance(over: bytes[reached..<end])
    }
    guard !isLast else { return }
    known = min(Self.lookBehind, end)
    buffer.removeFirst(end - known)
  }

  private func leak(_ found: FoundLeak, in bytes: SecretShape.Bytes) -> Leak {
    var end = cursor
    end.advance(over: bytes[found.range])
    return Leak(
      kind: found.kind, what: found.what, file: file.path, start: cursor.position,
      end: end.position, beginning: found.beginning(in: bytes))
  }

  /// In the order of their places, and of several at one place the one that is known best.
  private func findings(in bytes: SecretShape.Bytes) -> [FoundLeak] {
    var found: [FoundLeak] = []
    LeakShapeIndex.all.find(in: bytes, &found)
    values.find(in: bytes, &found)
    if file.hasProse, text?.hasProse == true { AssignedSecret.find(in: bytes, &found) }
    return FoundLeak.distinct(found)
  }
}

extension FoundLeak {
  /// Leaves out what overlaps with something that is known better.
  fileprivate static func distinct(_ found: [FoundLeak]) -> [FoundLeak] {
    let ranks: [Leak.Kind: Int] = [.vaultValue: 0, .token: 1, .likelySecret: 2]
    func rank(_ leak: FoundLeak) -> Int { ranks[leak.kind] ?? 3 }
    let sorted = found.sorted {
      ($0.range.lowerBound, rank($0), $1.range.upperBound)
        < ($1.range.lowerBound, rank($1), $0.range.upperBound)
    }
    return sorted.reduce(into: []) { kept, leak in
      guard let last = kept.last, last.range.overlaps(leak.range) else { return kept.append(leak) }
      if rank(leak) < rank(last) { kept[kept.count - 1] = leak }
    }
  }
}
