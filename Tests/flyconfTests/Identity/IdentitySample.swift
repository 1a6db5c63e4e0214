import DeployModel
import Foundation

@testable import flyconf

/// Identities of tests: what their files hold.
enum IdentitySample {
  static let passphrase = "five words nobody expects together"

  /// A published one: the seed is the bytes 0 to 31.
  static let demo =
    "FLYCONF-DEMO-IDENTITY-1-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh_F2inM"

  /// The line that a new identity's file holds, and its fingerprint.
  static func plain() throws -> (line: String, fingerprint: String) {
    let identity = try Identity.generate()
    let line = IdentityText.plain(identity).text.text() ?? ""
    return (line, identity.publicKeys.fingerprint)
  }

  /// One that is locked by the passphrase, at the lowest cost.
  static func locked() throws -> (line: String, fingerprint: String) {
    let identity = try Identity.generate()
    let locked = try LockedIdentity(
      identity, passphrase: Secret(passphrase), ScryptParameters(logN: 14, r: 8, p: 1))
    let line = IdentityText.locked(locked).text.text() ?? ""
    return (line, identity.publicKeys.fingerprint)
  }
}

extension TestContext {
  /// Where the user's own identity stands, by its path.
  var ordinaryIdentity: String { home.appending(path: ".config/flyconf/identity").path }

  /// Writes a file of the folder, or one by its absolute path, with exactly these permissions.
  func write(_ text: String, to path: String, mode: Int) throws {
    let file = path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  /// The permissions of a file or folder by its absolute path.
  func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// All that the tool has said, and all that it has written, as one text.
  func everything() throws -> String {
    let parent = folder.deletingLastPathComponent()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: parent.path)
    let contents = paths.compactMap {
      try? String(contentsOf: parent.appending(path: $0), encoding: .utf8)
    }
    return ([output.text, errors.text, screen.text] + paths + contents).joined(separator: "\n")
  }
}
