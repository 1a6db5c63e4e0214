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
    let time = change.time.description.utf8.filter { byte in
      byte != UInt8(ascii: "-") && byte != UInt8(ascii: ":")
    }
    return "\(String(decoding: time, as: UTF8.self))-\(change.author.text)-"
      + "\(hash.hex.prefix(8)).jsonl"
  }

  /// The bytes that are signed.
  var message: [UInt8] {
    SignedMessage.change(vault: change.vault?.hex ?? "", content: contentHash)
  }

  /// Signs a change.
  ///
  /// - Returns: The signed change, and the text of its file.
  package static func sign(
    _ change: Change, by identity: borrowing Identity
  ) throws(CryptographyError) -> (signed: SignedChange, text: String) {
    let content = change.content
    let contentHash = SHA256.hash(Array(content.utf8))
    let message = SignedMessage.change(vault: change.vault?.hex ?? "", content: contentHash)
    let signature = try identity.sign(message)
    let text = content + line(of: signature)
    let signed = SignedChange(
      change: change, contentHash: contentHash, signature: signature,
      hash: SHA256.hash(Array(text.utf8)))
    return (signed, text)
  }

  private static func line(of signature: [UInt8]) -> String {
    JSONWriter.line(Node(.object([.init("signature", Base64URL.encode(signature))]))) + "\n"
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
    let nodes = try nodes(of: bytes, named: name)
    guard nodes.count >= 3, let header = nodes.first, let last = nodes.last,
      var change = Change(header: header)
    else { throw MalformedValue("it has no header as flyconf writes it") }
    let records = nodes.dropFirst().dropLast().map { ChangeRecord(extracting: $0) }
    guard !records.contains(where: { $0 == nil }) else {
      throw MalformedValue("a line of it is no record")
    }
    change.records = records.compactMap(\.self)
    guard let signature = last["signature"]?.text.flatMap({ Base64URL.decode($0.utf8) }),
      signature.count == 64
    else { throw MalformedValue("its last line is no signature") }
    let content = Array(change.content.utf8)
    guard bytes == content + Array(line(of: signature).utf8) else {
      throw MalformedValue("it is not byte for byte as flyconf writes it")
    }
    return SignedChange(
      change: change, contentHash: SHA256.hash(content), signature: signature,
      hash: SHA256.hash(bytes))
  }

  /// The values of a file of JSON lines, each of which ends in a newline.
  private static func nodes(
    of bytes: [UInt8], named name: String
  ) throws(MalformedValue) -> [Node] {
    guard bytes.last == UInt8(ascii: "\n") else {
      throw MalformedValue("its last line is cut off")
    }
    let lines = bytes.dropLast().split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let source = SourceText(name: name, bytes: bytes)
    var nodes: [Node] = []
    for line in lines {
      var diagnostics: [Diagnostic] = []
      let node = JSONReader.read(source, part: line.startIndex..<line.endIndex, &diagnostics)
      guard let node, diagnostics.isEmpty else { throw MalformedValue("it is no JSON in lines") }
      nodes.append(node)
    }
    return nodes
  }
}
