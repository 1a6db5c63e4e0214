import Documents
import Foundation

@testable import DeployModel

/// A vault with as many sealed values as wanted, spread over twelve compartments.
struct ManyValues {
  let fixture: VaultFixture

  init(count: Int) throws {
    var fixture = try VaultFixture()
    let categories = ["payment", "email", "ai", "hosting"]
    try fixture.change(as: "anna") { draft in
      for index in 0..<count {
        let environment = EnvironmentName.allCases[index % 3].rawValue
        let node = VaultFixture.credential(
          "service-\(String(1_000_000 + index))", environment, category: categories[index % 4],
          level: "read_only")
        try draft.put(
          node, .credential, over: nil, value: .secret(Secret("value-\(index)")), .created)
      }
    }
    self.fixture = fixture
  }

  /// Writes the project and its founder's identity into a folder.
  func write(to folder: String) throws {
    try fixture.files.write(to: folder)
    let text = IdentityText.plain(try fixture.identity("anna")).text.text() ?? ""
    let path = "\(folder)/identity"
    try Data("\(text)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
