import Documents

/// A change as its file holds it: with its signature, and with the hash by which others name it.
package struct SignedChange: Sendable {
  package let change: Change
  /// The SHA-256 of the lines above the signature.
  let contentHash: Hash256
  let signature: [UInt8]
  /// The SHA-256 of the whole file.
  package let hash: Hash256

  /// The name of the folder that holds the ledger.
  package static let folderName = "audit"

  /// The name of the change's file: its time, its author, and the first digits of its hash.
  package var fileName: String {
    "\(change.time.compactText)-\(change.author.text)-\(hash.hex.prefix(8)).jsonl"
  }

  /// The bytes that are signed.
  var message: [UInt8] {
    SignedMessage.change(vault: change.vault?.hex ?? "", content: contentHash)
  }

  /// Signs a change.
  ///
  /// - Returns: The signed change, and its file.
  package static func sign(
    _ change: Change, by identity: borrowing Identity
  ) throws(CryptographyError) -> (signed: SignedChange, file: LedgerFile) {
    let content = change.content
    let contentHash = SHA256.hash(content)
    let message = SignedMessage.change(vault: change.vault?.hex ?? "", content: contentHash)
    let signature = try identity.sign(message)
    let bytes = content + line(of: signature)
    let signed = SignedChange(
      change: change, contentHash: contentHash, signature: signature, hash: SHA256.hash(bytes))
    return (signed, LedgerFile(name: signed.fileName, bytes: bytes))
  }

  private static func line(of signature: [UInt8]) -> [UInt8] {
    var line = JSONLineWriter()
    line.add("signature", Base64URL.encode(signature))
    line.endLine()
    return line.bytes
  }

  // MARK: Reading

  /// Reads a change's file; anything that is not byte for byte as it is written is refused, so
  /// that one change has one hash.
  static func read(_ file: LedgerFile) throws(VaultFault) -> SignedChange {
    let signed: SignedChange
    do throws(MalformedValue) {
      signed = try read(file.bytes, named: file.name)
    } catch {
      throw .inChange(
        .changeAltered, file.name, "is not as it was signed: \(error.reason)",
        help: Ledger.restoreHelp)
    }
    guard signed.fileName == file.name else {
      throw .inChange(
        .changeAltered, file.name,
        "has been altered or renamed: its content belongs to '\(signed.fileName)'",
        help: Ledger.restoreHelp)
    }
    return signed
  }

  private static func read(
    _ bytes: [UInt8], named name: String
  ) throws(MalformedValue) -> SignedChange {
    let lines = try lines(of: bytes)
    let source = SourceText(name: name, bytes: bytes)
    guard lines.count >= 3, let first = lines.first, let last = lines.last,
      var change = Change(header: try node(first, of: source))
    else { throw MalformedValue("it has no header as flyconf writes it") }
    let parts = ParallelWork.map(Array(lines.dropFirst().dropLast())) { part in
      Result { () throws(MalformedValue) in try records(part, of: source) }
    }
    for part in parts { change.records += try part.get() }
    let signature = try node(last, of: source)["signature"]?.text
    guard let signature = signature.flatMap({ Base64URL.decode($0.utf8) }), signature.count == 64
    else { throw MalformedValue("its last line is no signature") }
    let content = change.content
    guard bytes == content + line(of: signature) else {
      throw MalformedValue("it is not byte for byte as flyconf writes it")
    }
    return SignedChange(
      change: change, contentHash: SHA256.hash(content), signature: signature,
      hash: SHA256.hash(bytes))
  }

  /// Where the lines of a file stand, each of which ends in a newline.
  private static func lines(of bytes: [UInt8]) throws(MalformedValue) -> [Range<Int>] {
    guard bytes.last == UInt8(ascii: "\n") else {
      throw MalformedValue("its last line is cut off")
    }
    var lines: [Range<Int>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  private static func node(
    _ line: Range<Int>, of source: SourceText
  ) throws(MalformedValue) -> Node {
    var diagnostics: [Diagnostic] = []
    let node = JSONReader.read(source, part: line, &diagnostics)
    guard let node, diagnostics.isEmpty else { throw MalformedValue("it is no JSON in lines") }
    return node
  }

  private static func records(
    _ lines: ArraySlice<Range<Int>>, of source: SourceText
  ) throws(MalformedValue) -> [ChangeRecord] {
    var records: [ChangeRecord] = []
    records.reserveCapacity(lines.count)
    for line in lines {
      var line = JSONLineReader(source, line)
      guard let record = ChangeRecord(&line) else {
        throw MalformedValue("a line of it is no record")
      }
      records.append(record)
    }
    return records
  }
}
