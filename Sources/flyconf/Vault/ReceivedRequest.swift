import CommandKit
import DeployModel
import Documents

/// A request to join as an owner was given it, and how they know whose it is.
struct ReceivedRequest: Sendable {
  /// The line itself, a file that holds it, or `-` for standard input.
  var word: String
  /// What the person who wants to join has read out.
  var fingerprint: String?

  /// Reads the request and makes sure that it is from whom it should be.
  ///
  /// - Parameters:
  ///   - name: The name that the owner expects in it.
  ///   - passphrase: Where that of the owner's identity is read.
  func accepted(
    for name: MemberName, beside passphrase: PassphraseOption, in context: Context
  ) throws -> JoinRequest {
    if word == "-" {
      try PassphraseSource(passphrase, context).check(
        readsApart: .standardInput, for: "the request")
    }
    let request = try JoinRequest(text(in: context))
    guard request.name == name else {
      throw Failure(
        .usage, "the request is that of '\(request.name)', not of '\(name)'",
        help: "name the member as they named themselves, or ask for another request")
    }
    try compareFingerprints(of: request, in: context)
    return request
  }

  /// Nothing larger is a request.
  private static let limit = 1 << 16

  private func text(in context: Context) throws -> String {
    if JoinRequest.isBegun(word) { return word }
    guard let bytes = try bytes(in: context) else {
      throw Failure(
        .usage, "\(shownWord) is neither a request to join nor a file that holds one",
        help: "`flyconf vault join NAME` prints a request")
    }
    var text = String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// What may be a secret in the wrong place is not repeated.
  private var shownWord: String {
    SecretShape.find(in: word) == nil ? "\(Quoted(word))" : "what stands for REQUEST"
  }

  private func bytes(in context: Context) throws -> [UInt8]? {
    if word == "-" { return try context.console.readInput(Self.limit) }
    return try context.files.contents(of: context.absolute(word), limit: Self.limit)
  }

  /// Only this comparison ties the keys to a person: a signature says that someone holds them.
  private func compareFingerprints(of request: JoinRequest, in context: Context) throws {
    let own = request.keys.fingerprint
    let other: String
    if let fingerprint {
      other = fingerprint
    } else {
      if context.canAsk { context.console.note("fingerprint of the request: \(own)") }
      other = try context.ask(
        "fingerprint that \(request.name) has read to you",
        help: "give it as `--fingerprint F`: `flyconf vault join` and `flyconf identity show` "
          + "print it to its owner")
    }
    guard request.keys.hasFingerprint(other) else {
      throw Failure(
        .noKey, "the request has the fingerprint \(own), and that is not what you were told",
        help: "somebody else may have made it: nothing was changed; ask '\(request.name)' again")
    }
  }
}

extension Parameter where Value == ReceivedRequest {
  static var request: Self {
    .group(
      ReceivedRequest.init,
      .argument("REQUEST", "The line that they were printed, a file that holds it, or -"),
      .option(
        "--fingerprint", placeholder: "F", "Their fingerprint as they read it to you"))
  }
}

extension VaultSession {
  /// Refuses a request that was made for another vault.
  func checkVault(of request: JoinRequest) throws {
    guard request.vault == verified.manifest.id else {
      throw Failure(
        .usage, "the request of '\(request.name)' is for another vault",
        help: "have it made in a clone of this project: `flyconf vault join \(request.name)`")
    }
  }
}
