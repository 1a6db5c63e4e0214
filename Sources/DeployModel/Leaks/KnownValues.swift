/// Values that must stand in no file, searched for by content in any number of files.
///
/// Each value is looked for as it is, in base64 wherever it begins in it, and as URLs and JSON
/// write it. The values themselves are not kept: of each form, only a hash of eight of its bytes
/// and a hash of all. A text is read once, however many values there are: at each place, eight
/// bytes are looked up, and only where they are known, the whole form is hashed.
package struct KnownValues: Sendable {
  /// How many values are searched for.
  package private(set) var count = 0
  /// How many are not: they are so short or so common that they stand everywhere.
  package private(set) var omittedCount = 0

  /// The forms that share eight bytes at the same place and have the same length.
  private struct Group: Hashable {
    /// How many bytes stand before the eight.
    var offset: Int
    var length: Int
  }

  /// What a form is known as.
  private struct Known {
    var name: String
    /// How many bytes of the form stand before and behind those that are searched for.
    var before: Int
    var after: Int
  }

  private var groups: [UInt64: [Group: [Int: Known]]] = [:]
  /// The first eight bytes of every form, for texts that show only a part of it.
  private var beginnings: Set<UInt64> = []
  /// A bit for each hash of eight bytes, by its lowest 16 bits: nearly all text stops here.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  /// The fewest bytes that are searched for.
  private static let minimumLength = 8
  /// Longer forms are known by the middle of them: every private key begins alike.
  private static let longestForm = 256

  package init() {}

  package var isEmpty: Bool { groups.isEmpty }

  /// Adds a value.
  ///
  /// - Parameter name: What it is, for messages, such as `the value of 'STRIPE_KEY'`.
  package mutating func insert(_ value: Secret, named name: String) {
    let isSearched = value.withBytes { bytes in
      guard Self.isDistinctive(bytes) else { return false }
      for form in WrittenForms(of: bytes, hasLines: false).all {
        form.withUnsafeBytes { insert($0, name) }
      }
      return true
    }
    if isSearched { count += 1 } else { omittedCount += 1 }
  }

  /// Words, numbers and what repeats itself are not: they would be found where nothing is wrong.
  private static func isDistinctive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= minimumLength, Set(bytes).count >= 5 else { return false }
    let isWord =
      bytes.count < 16
      && bytes.allSatisfy { ASCII.isLowercase($0) || $0 == 0x2d || $0 == 0x5f }
    return !isWord && !bytes.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private mutating func insert(_ form: UnsafeRawBufferPointer, _ name: String) {
    let cut = max(0, form.count - Self.longestForm)
    let part = form.dropFirst(cut / 2).prefix(Self.longestForm)
    guard part.count >= Self.minimumLength else { return }
    // The middle tells more than the ends, which many values have in common.
    let offset = (part.count - 8) / 2
    let key = Self.key(of: form, at: part.startIndex + offset)
    filter[Int(key & 0xFFFF) >> 6] |= 1 << (key & 63)
    let group = Group(offset: offset, length: part.count)
    groups[key, default: [:]][group, default: [:]][Self.hash(part)] = Known(
      name: name, before: cut / 2, after: cut - cut / 2)
    beginnings.insert(Self.key(of: form, at: 0))
  }

  // MARK: Search

  /// Finds every form of every value.
  func find(in bytes: SecretShape.Bytes, _ found: inout [FoundLeak]) {
    guard !isEmpty else { return }
    findForms(in: bytes, &found)
    for block in WrappedBase64.blocks(in: bytes) {
      var joined: [FoundLeak] = []
      block.digits.withUnsafeBufferPointer { findForms(in: $0, &joined) }
      found += joined.compactMap { leak in
        var leak = leak
        guard let range = block.rangeOverLines(of: leak.range) else { return nil }
        leak.range = range
        return leak
      }
    }
  }

  private func findForms(in bytes: SecretShape.Bytes, _ found: inout [FoundLeak]) {
    guard bytes.count >= 8 else { return }
    let raw = UnsafeRawBufferPointer(bytes)
    filter.withUnsafeBufferPointer { filter in
      for index in 0...(raw.count - 8) {
        let key = Self.key(of: raw, at: index)
        guard filter[Int(key & 0xFFFF) >> 6] & (1 << (key & 63)) != 0, let groups = groups[key]
        else { continue }
        if let leak = leak(groups, around: index, in: raw) { found.append(leak) }
      }
    }
  }

  private func leak(
    _ groups: [Group: [Int: Known]], around index: Int, in bytes: UnsafeRawBufferPointer
  ) -> FoundLeak? {
    // One value may be the middle of another, of which then nothing may be left either.
    var longest: FoundLeak?
    for (group, names) in groups {
      let start = index - group.offset
      guard start >= 0, start + group.length <= bytes.count else { continue }
      let range = start..<start + group.length
      guard let known = names[Self.hash(bytes[range])] else { continue }
      let whole = max(0, start - known.before)..<min(bytes.count, range.upperBound + known.after)
      if let longest, longest.extent.count >= whole.count { continue }
      longest = FoundLeak(kind: .vaultValue, what: known.name, range: range, whole: whole)
    }
    return longest
  }

  /// Where a form seems to begin of which the rest is cut off.
  ///
  /// - Parameters:
  ///   - end: Where it is cut off.
  ///   - length: How many bytes before the end it may begin.
  func beginning(in bytes: SecretShape.Bytes, before end: Int, within length: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    return (max(0, end - length)..<max(0, end - 7)).first {
      beginnings.contains(Self.key(of: raw, at: $0))
    }
  }

  /// A mixture of eight bytes.
  private static func key(of bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let mixed = word &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }

  /// Keyed anew in every run of the program.
  private static func hash(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes))
    return hasher.finalize()
  }
}
