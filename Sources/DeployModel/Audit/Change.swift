import Documents

/// One signed change of a vault: who made it, when, after which others, and what it touched.
///
/// A change is a file of its own, written once and never altered; the ledger is a folder of them.
/// It names the changes before it by their hashes, as a commit of git names its parents, so that
/// two branches add different files and git merges the ledger by itself.
package struct Change: Sendable {
  static let format = "flyconf.change/1"

  /// The vault's id; nothing in the founding change, whose hash becomes the id.
  package var vault: Hash256?
  /// 16 random bytes in hexadecimal digits, which make the founding change the only one.
  package var nonce: String?
  package var author: MemberName
  package var time: Timestamp
  /// All changes that no other change named when this one was made, in ascending order.
  package var after: [Hash256]
  package var records: [ChangeRecord]

  package init(
    vault: Hash256?, nonce: String? = nil, author: MemberName, time: Timestamp, after: [Hash256],
    records: [ChangeRecord]
  ) {
    self.vault = vault
    self.nonce = nonce
    self.author = author
    self.time = time
    self.after = after.sorted()
    self.records = records
  }

  package var isFounding: Bool { vault == nil }

  private var header: [UInt8] {
    var line = JSONLineWriter()
    line.add("format", Self.format)
    if let vault { line.add("vault", vault.hex) }
    if let nonce { line.add("nonce", nonce) }
    line.add("author", author.text)
    line.add("time", time.description)
    line.add("after", Node(.array(after.map { Node(.string($0.hex)) })))
    line.endLine()
    return line.bytes
  }

  /// The lines that are signed: the header, and one line for each entity touched.
  var content: [UInt8] {
    let parts = ParallelWork.map(records) { records in
      var lines = JSONLineWriter(capacity: records.count * 320)
      for record in records { record.write(to: &lines) }
      return lines.bytes
    }
    var content = header
    // The signature follows.
    content.reserveCapacity(parts.reduce(content.count + 256) { $0 + $1.count })
    for part in parts { content += part }
    return content
  }
}

extension Change {
  init?(header: Node) {
    guard header["format"]?.text == Self.format,
      let author = header["author"]?.text.flatMap({ try? MemberName($0) }),
      let time = header["time"]?.text.flatMap(Timestamp.parsed),
      case .array(let elements) = header["after"]?.value
    else { return nil }
    let after = elements.map { $0.text.flatMap { Hash256(hex: $0) } }
    let vault = header["vault"]?.text.flatMap { Hash256(hex: $0) }
    let nonce = header["nonce"]?.text
    guard !after.contains(nil), Set(after).count == after.count,
      (vault == nil) == after.isEmpty, (vault == nil) == (nonce != nil),
      nonce.map({ Hex.isText($0.utf8, ofCount: 32) }) ?? true
    else { return nil }
    self.init(
      vault: vault, nonce: nonce, author: author, time: time, after: after.compactMap(\.self),
      records: [])
  }
}
