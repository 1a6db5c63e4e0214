/// Searches bytes for short ASCII texts.
enum ByteSearch {
  /// Where a text first stands, or nil.
  static func first(_ text: StaticString, in bytes: Slice<SecretShape.Bytes>) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for index in bytes.startIndex...bytes.endIndex - wanted.count where bytes[index] == first {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
    }
    return nil
  }

  /// Where a text of lower-case letters and signs first stands in any case, or nil.
  static func first(
    _ text: StaticString, ignoringCaseIn bytes: Slice<SecretShape.Bytes>
  ) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for index in bytes.startIndex...bytes.endIndex - wanted.count
    where ASCII.lowercased(bytes[index]) == first {
      let isFound = wanted.indices.dropFirst().allSatisfy {
        ASCII.lowercased(bytes[index + $0]) == wanted[$0]
      }
      if isFound { return index }
    }
    return nil
  }

  /// True where a text of lower-case letters stands in any case.
  static func contains(_ word: String, ignoringCaseIn bytes: Slice<SecretShape.Bytes>) -> Bool {
    let count = word.utf8.count
    guard let first = word.utf8.first, bytes.count >= count else { return false }
    for index in bytes.startIndex...bytes.endIndex - count
    where ASCII.lowercased(bytes[index]) == first {
      let candidate = bytes[index..<index + count].lazy.map(ASCII.lowercased)
      if candidate.elementsEqual(word.utf8) { return true }
    }
    return false
  }
}
