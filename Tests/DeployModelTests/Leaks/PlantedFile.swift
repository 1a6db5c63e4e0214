import Foundation

@testable import DeployModel

/// A file of a repository that is made for the scan: it holds one secret, or something that looks
/// like one. Tokens are put together here, so that no scanner stops at this file.
struct PlantedFile {
  var path: String
  var text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text + "\n"
  }

  // MARK: Secrets

  /// 40 files, each with a secret.
  static let leaks: [PlantedFile] = {
    var drawn = DrawnCharacters(7)
    return tokens(&drawn) + keys(&drawn) + addresses(&drawn) + values(&drawn)
  }()

  private static func tokens(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    let payload = drawn.mixed(30)
    let checked = payload + String(decoding: TokenChecksum.text(for: payload.utf8), as: UTF8.self)
    return [
      PlantedFile("deploy/fly.sh", "export FLY_API_TOKEN=\"FlyV1 " + "fm2_\(drawn.base64(160))\""),
      PlantedFile("src/billing.py", "stripe.api_key = 'sk_" + "live_\(drawn.mixed(24))'"),
      PlantedFile("src/billing.rb", "Stripe.key = \"rk_" + "live_\(drawn.mixed(24))\""),
      PlantedFile("src/hooks.ts", "const endpoint = 'whsec" + "_\(drawn.mixed(32))'"),
      PlantedFile(".npmrc", "//registry.npmjs.org/:_authToken=npm" + "_\(drawn.mixed(36))"),
      PlantedFile("tools/release.sh", "gh auth login --with-token <<< gh" + "p_\(checked)"),
      PlantedFile(
        "tools/bot.py", "TOKEN = 'github" + "_pat_\(drawn.mixed(22))_\(drawn.mixed(59))'"),
      PlantedFile("src/ai.py", "client = OpenAI(api_key='sk-" + "proj-\(drawn.mixed(48))')"),
      PlantedFile("src/claude.ts", "apiKey: 'sk-" + "ant-api03-\(drawn.mixed(93))AA',"),
      PlantedFile("infra/main.tf", "access_key = \"AK" + "IA\(drawn.capitals(16))\""),
      PlantedFile("infra/creds.ini", "aws_secret_access_key = \(drawn.base64(40))"),
      PlantedFile(
        "web/map.html", "<script src='https://maps.example/js?key=AI" + "za\(drawn.mixed(35))'>"),
      PlantedFile(
        "ops/alert.go", "var token = \"xox" + "b-\(drawn.number(12))-\(drawn.mixed(24))\""),
      PlantedFile(".pypirc", "  password = pypi" + "-AgEIcHlwaS5vcmc\(drawn.mixed(120))"),
      PlantedFile("supabase/admin.ts", "createClient(url, '\(webToken("service_role", &drawn))')"),
      PlantedFile("supabase/.env", "SUPABASE_ACCESS_TOKEN=sbp" + "_\(drawn.hex(40))"),
      PlantedFile(
        "src/mail.py", "sg = SendGridAPIClient('SG" + ".\(drawn.mixed(22)).\(drawn.mixed(43))')"),
      PlantedFile("ops/do.sh", "doctl auth init -t dop" + "_v1_\(drawn.hex(64))"),
      PlantedFile("ops/gitlab.yml", "  PRIVATE: glp" + "at-\(drawn.mixed(20))"),
      PlantedFile("bot/main.py", "run('\(drawn.number(10)):AA" + "\(drawn.mixed(33))')"),
    ]
  }

  private static func keys(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    let body = (0..<12).map { _ in drawn.base64(64) }
    let armour = ("-----BEGIN ", "-----END ")
    return [
      PlantedFile(
        "certs/server.key",
        "\(armour.0)RSA PRIVATE KEY-----\n\(body.joined(separator: "\n"))\n\(armour.1)RSA PRIVATE KEY-----"
      ),
      PlantedFile(
        "gcp/account.json",
        "{ \"type\": \"service_account\", \"private_key\": \"\(armour.0)PRIVATE KEY-----\\n"
          + "\(body.joined(separator: "\\n"))\\n\(armour.1)PRIVATE KEY-----\\n\" }"),
      PlantedFile(
        "ssh/id_ed25519",
        "\(armour.0)OPENSSH PRIVATE KEY-----\n\(body.prefix(5).joined(separator: "\n"))\n"
          + "\(armour.1)OPENSSH PRIVATE KEY-----"),
      PlantedFile("ops/identity.txt", "FLYCONF-" + "IDENTITY-1-\(drawn.mixed(48))"),
      PlantedFile("ops/age.txt", "AGE-SECRET" + "-KEY-1\(drawn.capitals(58))"),
    ]
  }

  private static func addresses(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    [
      PlantedFile(
        ".env", "DATABASE_URL=postgres://app:" + "\(drawn.mixed(14))@db.harbour.dev:5432/app"),
      PlantedFile(
        "src/cache.js",
        "redis.connect('rediss://default:" + "\(drawn.mixed(20))@cache.harbour.dev')"),
      PlantedFile(
        "src/mongo.py", "MongoClient('mongodb+srv://app:" + "k9\(drawn.mixed(8))@c0.harbour.dev/x')"
      ),
      PlantedFile(
        "docs/notify.md",
        "post to https://hooks.slack"
          + ".com/services/T\(drawn.capitals(8))/B\(drawn.capitals(8))/\(drawn.mixed(24))"),
      PlantedFile(
        "ops/discord.sh",
        "curl https://discord" + ".com/api/webhooks/\(drawn.number(18))/\(drawn.mixed(68))"),
      PlantedFile("azure/conn.txt", "AccountName=harbour;AccountKey" + "=\(drawn.base64(86))=="),
    ]
  }

  private static func values(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    let login = Data("deploy:\(drawn.mixed(16))".utf8).base64EncodedString()
    return [
      PlantedFile("config/app.yml", "smtp:\n  password: '" + "\(drawn.mixed(16))'"),
      PlantedFile("config/settings.py", "SECRET_KEY = 'x7" + "\(drawn.base64(50))'"),
      PlantedFile("src/client.go", "const clientSecret = \"" + "\(drawn.mixed(32))\""),
      PlantedFile("src/Auth.swift", "let apiKey: String = \"" + "\(drawn.hex(32))\""),
      PlantedFile(
        "config/app.properties", "spring.datasource.password=" + "q7Lw#R2v\(drawn.mixed(4))!9x"),
      PlantedFile("config/app.json", "{ \"session_secret\": \"" + "\(drawn.hex(64))\" }"),
      PlantedFile(
        "docker/config.json", "{ \"auths\": { \"r.harbour.dev\": { \"auth\": \"\(login)\" } } }"),
      PlantedFile("tests/http.txt", "Authorization: Basic \(login)"),
      PlantedFile("ops/run.sh", "server --admin-token=" + "\(drawn.mixed(40)) --port 80"),
    ]
  }

  private static func webToken(_ role: String, _ drawn: inout DrawnCharacters) -> String {
    let claims = #"{"iss":"supabase","ref":"abcdefgh","role":"\#(role)","iat":1700000000}"#
    let header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
    return "\(header).\(Base64URL.encode(Array(claims.utf8))).\(drawn.mixed(43))"
  }

  // MARK: Look-alikes

  /// 40 files, each with what only looks like a secret.
  static let lookAlikes: [PlantedFile] = {
    var drawn = DrawnCharacters(11)
    return identifiers(&drawn) + machineFiles(&drawn) + samples(&drawn) + code
  }()

  private static func identifiers(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    [
      PlantedFile("ids/tenant.yml", "token: \(drawn.uuid())"),
      PlantedFile("ids/request.log", "request_id=\(drawn.uuid()) trace=\(drawn.hex(32))"),
      PlantedFile("ids/commit.txt", "commit \(drawn.hex(40))"),
      PlantedFile("ids/digest.json", "{ \"sha256\": \"\(drawn.hex(64))\" }"),
      PlantedFile("ids/image.yml", "image: r.harbour.dev/app@sha256:\(drawn.hex(64))"),
      PlantedFile("ids/integrity.html", "<script integrity=\"sha384-\(drawn.base64(64))\">"),
      PlantedFile("ids/etag.http", "ETag: \"\(drawn.hex(32))\""),
      PlantedFile("ids/hash.sql", "password_hash = '$2b$12$\(drawn.mixed(53))'"),
      PlantedFile(
        "ids/known_hosts", "harbour.dev ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\(drawn.base64(43))"),
      PlantedFile("ids/public.txt", "publishable_key: pk_live_\(drawn.mixed(24))"),
      PlantedFile("ids/anon.ts", "const supabaseKey = '\(webToken("anon", &drawn))'"),
      PlantedFile(
        "ids/sealed.json",
        "{ \"encrypted_value\": \"fc1.\(drawn.draw(20, from: "abcdefgh234567")).3.\(drawn.mixed(120))\" }"
      ),
      PlantedFile("ids/demo.txt", "FLYCONF-DEMO-" + "IDENTITY-1-\(drawn.mixed(48))"),
    ]
  }

  private static func machineFiles(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    let minified = (0..<60).map { _ in
      "var \(drawn.draw(2, from: "abcdef"))={token:\"\(drawn.mixed(22))\"}"
    }
    return [
      PlantedFile(
        "web/package-lock.json",
        "{ \"token\": { \"integrity\": \"sha512-\(drawn.base64(86))==\" } }"),
      PlantedFile("rust/Cargo.lock", "name = \"secret\"\nchecksum = \"\(drawn.hex(64))\""),
      PlantedFile("go/go.sum", "harbour.dev/token v1.2.3 h1:\(drawn.base64(43))="),
      PlantedFile("py/poetry.lock", "token = \"\(drawn.hex(64))\""),
      PlantedFile("web/app.min.js", minified.joined(separator: ";")),
      PlantedFile("web/bundle.js", minified.joined(separator: ";")),
      PlantedFile(
        "web/app.js.map",
        "{\"mappings\":\"AAAA,\(drawn.mixed(400))\",\"token\":\"\(drawn.mixed(30))\"}"),
      PlantedFile("web/logo.svg", "<image href=\"data:image/png;base64,\(drawn.base64(300))\"/>"),
      PlantedFile("web/font.css", "src: url(data:font/woff2;base64,\(drawn.base64(500)))"),
      PlantedFile(
        "certs/ca.pem",
        "-----BEGIN CERTIFICATE-----\n\(drawn.base64(64))\n-----END CERTIFICATE-----"),
    ]
  }

  private static func samples(_ drawn: inout DrawnCharacters) -> [PlantedFile] {
    let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    let sample =
      header + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
    return [
      PlantedFile("docs/aws.md", "aws_access_key_id = AKIA" + "IOSFODNN7EXAMPLE"),
      PlantedFile(
        "docs/aws2.md", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
      PlantedFile("docs/jwt.md", "token: \(sample).SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"),
      PlantedFile("docs/stripe.md", "stripe.api_key = 'sk_" + "test_4eC39HqLyjWDarjtT1zdp7dc'"),
      PlantedFile("docs/url.md", "postgres://user:password@localhost:5432/app"),
      PlantedFile("docs/url2.md", "postgres://${DB_USER}:${DB_PASSWORD}@db.harbour.dev/app"),
      PlantedFile(
        "docs/slack.md",
        "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
      PlantedFile("docs/github.md", "GITHUB_TOKEN=gh" + "p_\(drawn.mixed(36))"),
      PlantedFile(".env.example", "API_KEY=your-api-key-here\nSECRET=changeme\nTOKEN=<token>"),
      PlantedFile("docs/key.md", "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"),
    ]
  }

  private static let code = [
    PlantedFile("src/a.ts", "const token = await getToken(session.user.id2, options.v2)"),
    PlantedFile("src/b.py", "password = os.environ['DB_PASSWORD_2024']"),
    PlantedFile("src/c.swift", "let secretName: String = \"harbour/Prod2/Database1Password3\""),
    PlantedFile("src/d.yml", "password: ${{ secrets.PROD_DB_PASSWORD_2 }}"),
    PlantedFile("src/e.go", "tokenURL := \"https://login.harbour.dev/oauth2/v2.0/token\""),
    PlantedFile(
      "src/f.json",
      "{ \"passwordPattern\": \"^(?=.*[A-Z])(?=.*[0-9]).{12,}$\", \"max_tokens\": 4096 }"),
    PlantedFile("src/g.rs", "let key = \"user:session:token:v2:2024-01-31T12:00:00Z\";"),
  ]
}
