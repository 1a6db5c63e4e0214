import DeployModel
import Foundation
import Testing

@testable import flyconf

@Suite struct ImportCommandTests {
  private let project: VaultProject

  init() throws { project = try VaultProject() }

  private static let env = """
    # The application
    export PORT=8080
    API_KEY='hunter2 key' # ours
    EMPTY=
    PEM="-----BEGIN X-----
    hunter2
    -----END X-----"
    """

  private func variables() throws -> String { try project.test.read("flyconf/variables.json") }

  @Test func aFileOfVariablesIsSealed() throws {
    defer { project.remove() }
    try project.test.write(Self.env, to: ".env")
    #expect(project.run("env import .env --plain PORT") == .fine)
    #expect(
      project.test.output.text
        == "created 4 variables in production: PORT, API_KEY, EMPTY, PEM\n")
    let text = try variables()
    #expect(text.contains("plain:8080"))
    #expect(text.contains("imported from .env"))
    #expect(!text.contains("hunter2"))
    #expect(project.output("env get API_KEY --reveal") == "hunter2 key")
    #expect(project.output("env get EMPTY --reveal") == "")
    #expect(project.output("env get PEM --reveal") == "-----BEGIN X-----\nhunter2\n-----END X-----")
    #expect(text.contains(#""required": false"#))
    #expect(project.output("env get PORT --format json").contains(#""category": "system""#))
    try project.verify()
  }

  @Test func importingTwiceChangesNothing() throws {
    defer { project.remove() }
    try project.test.write(Self.env, to: ".env")
    #expect(project.run("env import .env --plain PORT") == .fine)
    let before = try project.files()
    #expect(project.run("env import .env", daysLater: 1) == .fine)
    #expect(
      project.test.output.text.hasSuffix("nothing changes: production has all 4 values already\n"))
    #expect(try project.files() == before)
  }

  @Test func whatChangesIsSetAndTheRestKeepsItsCiphertext() throws {
    defer { project.remove() }
    try project.test.write(Self.env, to: ".env")
    #expect(project.run("env import .env --plain PORT") == .fine)
    let sealed = try #require(try variables().firstMatch(of: /"fc1[^"]*"/)).0
    try project.test.write("PORT=9090\nAPI_KEY='hunter2 key'\nNEW=1\nEMPTY=2", to: ".env")
    #expect(project.run("env import .env --dry-run") == .fine)
    #expect(project.test.output.text.contains("would create 1 variable in production: NEW"))
    #expect(project.run("env import .env") == .fine)
    #expect(
      project.test.output.text.hasSuffix(
        """
        created 1 variable in production: NEW
        set 2 variables in production: PORT, EMPTY
        1 value unchanged

        """))
    #expect(project.test.errors.text.contains("plain until now, and sealed: PORT"))
    #expect(try variables().contains(sealed))
    #expect(project.output("env get PORT --reveal") == "9090")
    try project.verify()
  }

  @Test func mistakesNameTheirLinesAndNothingIsWritten() throws {
    defer { project.remove() }
    try project.test.write("A=1\nhunter2\nb=2\nA='hunter2", to: "bad.env")
    let before = try project.files()
    #expect(project.run("env import bad.env") == .usage)
    #expect(project.test.errors.text.contains("error: bad.env:2:8: there is no '=' on this line"))
    #expect(project.test.errors.text.contains("error: bad.env:4:3: the quote that opens here"))
    #expect(project.run("env import -", input: "A=1\nb=2\nlower=3") == .usage)
    #expect(project.test.errors.text.contains("error: standard input:2: the name is not one"))
    #expect(project.test.errors.text.contains("error: standard input:3: the name is not one"))
    #expect(!project.test.errors.text.contains("hunter2"))
    #expect(try project.files() == before)
    #expect(project.run("env import none.env") == .couldNotRun)
  }

  @Test func jsonIsReadByNameByFlagAndByItsLook() throws {
    defer { project.remove() }
    try project.test.write(#"{"A": "1", "B": 2}"#, to: "values.json")
    try project.test.write(#"{"C": "3"}"#, to: "values.txt")
    #expect(project.run("env import values.json") == .fine)
    #expect(project.run("env import values.txt") == .usage)
    #expect(project.run("env import values.txt --from-format json") == .fine)
    #expect(project.run("env import -", input: #"{"D": "4"}"#) == .fine)
    #expect(project.output("env get B --reveal") == "2")
    #expect(project.output("env get C --reveal") == "3")
    #expect(project.output("env get D --reveal") == "4")
  }

  @Test func grantsAreCheckedForTheWholeFileFirst() throws {
    defer { project.remove() }
    #expect(
      project.run("env import - --category database", input: "DB_URL=1") == .fine)
    let bob = try project.join("bob", grants: ["read_write:api:production"])
    let before = try project.files()
    let words = ["env", "import", "-"] + bob
    #expect(project.run(words, input: "A=1\nDB_URL=2") == .noKey)
    #expect(project.test.errors.text.contains("'bob' may not change 'DB_URL' (production)"))
    #expect(try project.files() == before)
    #expect(project.run(words, input: "A=1") == .fine)
    try project.verify()
  }

  // MARK: Credentials

  @Test func credentialsAreMadeWithTheirSchedules() throws {
    defer { project.remove() }
    let text = "STRIPE_SECRET=hunter2-a\nDATABASE_URL=hunter2-b\nODD=hunter2-c"
    #expect(project.run("secrets import -", input: text) == .fine)
    #expect(
      project.test.output.text
        == "created 3 credentials in production: STRIPE_SECRET, DATABASE_URL, ODD\n")
    #expect(project.test.errors.text.contains("because their names tell none: ODD"))
    let stripe = project.output("secrets show STRIPE_SECRET")
    #expect(stripe.contains("payment"))
    #expect(stripe.contains("imported from standard input"))
    #expect(stripe.contains("2026-12-23"))
    #expect(project.output("secrets show DATABASE_URL").contains("connection_string"))
    #expect(project.output("secrets show ODD --reveal") == "hunter2-c")
    try project.verify()
    #expect(project.run("secrets import -", input: text, daysLater: 2) == .fine)
    #expect(project.test.output.text.hasSuffix("has all 3 values already\n"))
    #expect(project.run("secrets import -", input: "ODD=\nX=1") == .usage)
    #expect(project.test.errors.text.contains("standard input:1: the value is empty"))
  }

  @Test func aValueThatIsThereIsCorrectedAndKeepsItsDates() throws {
    defer { project.remove() }
    #expect(project.setStripe("hunter2") == .fine)
    let before = project.stripe()
    #expect(project.run("secrets import -", input: "stripe=hunter3", daysLater: 3) == .fine)
    #expect(project.output("secrets show stripe --reveal", daysLater: 3) == "hunter3")
    #expect(project.stripe()["next_rotation"] == before["next_rotation"])
  }

  @Test func whatLooksLikeACredentialIsOfferedAsOne() throws {
    defer { project.remove() }
    let text = "STRIPE_API_KEY=hunter2-s\nDB_PASSWORD=hunter2-d\nLOG_LEVEL=info\nTOKEN_TTL=60"
    #expect(project.run("env import -", input: text, answers: ["y"]) == .fine)
    #expect(project.test.errors.text.contains("STRIPE_API_KEY, DB_PASSWORD: make credentials"))
    #expect(
      project.test.output.text
        == """
        created 2 credentials in production: STRIPE_API_KEY, DB_PASSWORD
        created 4 variables in production: STRIPE_API_KEY, DB_PASSWORD, LOG_LEVEL, TOKEN_TTL

        """)
    #expect(project.output("env list").contains("ref:STRIPE_API_KEY"))
    #expect(project.output("env get DB_PASSWORD --reveal") == "hunter2-d")
    #expect(project.output("secrets show DB_PASSWORD").contains("database"))
    try project.verify()
    // The file again: nothing is asked, and nothing changes.
    let before = try project.files()
    #expect(project.run("env import -", input: text) == .fine)
    #expect(try project.files() == before)
    #expect(project.run("env import -", input: "DB_PASSWORD=hunter3") == .usage)
    #expect(
      project.test.errors.text.contains(
        "standard input:1: 'DB_PASSWORD' (production) takes its value from the credential"))
  }

  @Test func withoutATerminalCredentialsAreNamedOrHintedAt() throws {
    defer { project.remove() }
    let text = "STRIPE_API_KEY=hunter2-s\nDB_PASSWORD=hunter2-d"
    #expect(project.run("env import - --credentials DB_PASSWORD", input: text) == .fine)
    #expect(
      project.test.errors.text.contains(
        "these look like credentials, which a schedule would rotate: STRIPE_API_KEY; "))
    #expect(project.output("secrets list").contains("DB_PASSWORD"))
    #expect(!project.output("secrets list").contains("STRIPE_API_KEY"))
    #expect(project.run("env import - --credentials NONE", input: text) == .usage)
    #expect(project.run("env import - --plain DB_PASSWORD,STRIPE_APIKEY", input: text) == .usage)
    #expect(project.test.errors.text.contains("did you mean 'STRIPE_API_KEY'?"))
  }

  @Test func aSecretIsNotTakenAsPlain() throws {
    defer { project.remove() }
    let token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    #expect(project.run("env import - --plain LOGIN", input: "LOGIN=\(token)") == .usage)
    #expect(project.test.errors.text.contains("standard input:1: the value looks like a GitHub"))
    #expect(project.run("env import - --plain A --category api", input: "A=1") == .usage)
  }

  @Test func programsGetEveryEntry() {
    defer { project.remove() }
    let output = project.output("env list")
    #expect(output.isEmpty || !output.contains("A"))
    #expect(project.run("env import - --format json", input: "A=1\nB=2") == .fine)
    let text = project.test.output.text
    #expect(text.contains(#""format": "flyconf.env-import/1""#))
    #expect(text.contains(#""name": "B""#))
    #expect(text.contains(#""line": 2"#))
    #expect(text.contains(#""change": ""#))
  }
}
