import Testing

@testable import DeployModel

/// The tokens are made up, and put together here so that no secret scanner stops at this file.
struct SecretShapeTests {
  static let hexadecimal = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
  static let mixed = "xK9pL2mQ7rT4vW8yZ1aBc3Df5Gh6Jk0N9pL2mQ7rT4vW8yZ1aBc3Df5Gh6Jk0NqRsTuVwXyZaB"
  static let uppercase = "Q3ZK7M2XN5PL8RWT4VYC"

  @Test(
    arguments: [
      ("sk_", "live_" + mixed.prefix(24), "a Stripe secret key"),
      ("rk_", "live_" + mixed.prefix(24), "a Stripe restricted key"),
      ("whsec", "_" + mixed.prefix(32), "a webhook signing secret"),
      ("gh", "p_" + mixed.prefix(36), "a GitHub personal access token"),
      ("gh", "o_" + mixed.prefix(36), "a GitHub OAuth token"),
      ("gh", "s_" + mixed.prefix(36), "a GitHub app token"),
      ("github", "_pat_" + mixed.prefix(60), "a GitHub personal access token"),
      ("glpat", "-" + mixed.prefix(20), "a GitLab personal access token"),
      ("xox", "b-2847561930-" + mixed.prefix(24), "a Slack bot token"),
      ("AK", "IA" + uppercase.prefix(16), "an AWS access key id"),
      ("AS", "IA" + uppercase.prefix(16), "a temporary AWS access key id"),
      ("AI", "za" + mixed.prefix(35), "a Google API key"),
      ("sk", "-" + mixed.prefix(48), "an OpenAI API key"),
      ("sk", "-proj-" + mixed.prefix(48), "an OpenAI project key"),
      ("sk", "-ant-api03-" + mixed.prefix(70), "an Anthropic API key"),
      ("SG", "." + mixed.prefix(22) + "." + mixed.prefix(43), "a SendGrid API key"),
      ("fm", "2_" + mixed.prefix(60), "a Fly.io token"),
      ("fm1", "r_" + mixed.prefix(60), "a Fly.io token"),
      ("FlyV1", " " + mixed.prefix(60), "a Fly.io token"),
      ("npm", "_" + mixed.prefix(36), "an npm token"),
      ("SK", hexadecimal.prefix(32), "a Twilio API key"),
      ("sbp", "_" + hexadecimal.prefix(40), "a Supabase access token"),
      ("re", "_" + mixed.prefix(8) + "_" + mixed.prefix(24), "a Resend API key"),
    ] as [(String, Substring, String)])
  func namesATokenByItsPrefix(prefix: String, body: Substring, kind: String) {
    #expect(SecretShape.find(in: prefix + body)?.kind == kind)
    #expect(SecretShape.find(in: "Bearer \(prefix)\(body)\n")?.kind == kind)
    #expect(SecretShape.find(in: "token=\(prefix)\(body)&x=1")?.kind == kind)
  }

  @Test(arguments: [
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.\(mixed.prefix(43))", "a signed JSON web token (JWT)"),
    ("-----BEGIN RSA PRIVATE KEY-----\n\(mixed)\n-----END RSA PRIVATE KEY-----", "a private key"),
    ("-----BEGIN PRIVATE KEY-----\\n\(mixed)\\n-----END PRIVATE KEY-----", "a private key"),
    ("-----BEGIN OPENSSH PRIVATE KEY-----\n\(mixed)", "a private key"),
    ("postgres:\("")//app:s3cr3t!x@db.internal:5432/app", "a URL with a password"),
    ("redis:\("")//:kR9vQ2@cache:6379", "a URL with a password"),
    ("see https://me:p%40ss9@example.org/x", "a URL with a password"),
    ("https://hooks.slack.com/services/T0/B0/\(mixed.prefix(24))", "a Slack webhook address"),
    (hexadecimal, "a random hexadecimal key"),
    (hexadecimal.uppercased(), "a random hexadecimal key"),
    (String(hexadecimal.prefix(32)), "a random hexadecimal key"),
    (String(mixed.prefix(24)), "a random key"), (mixed + "==", "a random key"),
    ("aB3/xY7+qW9-zK1_mN5/vC8+", "a random key"),
    ("k3j9x0q2m5v8b1n4z7c6w0r2", "a random key"), ("q2m5-k3j9x0q2m5v8b1n4z7c6w0r2", "a random key"),
    ("SECRET_KEY_BASE=\(hexadecimal)", "a random hexadecimal key"),
  ])
  func findsACredential(text: String, kind: String) {
    #expect(SecretShape.find(in: text)?.kind == kind)
  }

  @Test(arguments: [
    "sk_live_...", "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx", "sk_live_your_key_here", "sk_live_",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "AKIA" + "IOSFODNN7EXAMPLE",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "<your-key>", "your-api-key-here", "changeme",
    "sk-ant-...", "sk-proj-your-key-here-with-forty-characters-1234", "example", "placeholder",
    "0123456789abcdef0123456789abcdef", "eyJ...", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    "postgres://user:password@localhost:5432/app", "postgres://postgres:postgres@localhost/app",
    "postgres://user:<password>@host/db", "mysql://root:${DB_PASSWORD}@host/db",
    "https://user:%PASSWORD%@host/", "https://user:***@host/", "re_enable_the_background_worker_2",
    String(repeating: "a1", count: 30),
    "https://hooks.slack.com/services/T00/B00/XXXXXXXXXXXXXXXXXXXXXXXX",
  ])
  func leavesAStandInAlone(text: String) {
    #expect(SecretShape.find(in: text)?.kind == nil)
  }

  @Test(arguments: [
    "", "8080", "true", "info", "production", "iad,lhr,fra,nrt,syd", "2025-09-15T12:34:56.789Z",
    "550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000",
    "project-550e8400-e29b-41d4-a716-446655440000", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "my-application-name-staging", "MyApplicationServiceName2Production", "shared-cpu-1x",
    "https://api.example.com/v1/users?page=2&sort=created_at", "https://user@example.com/x",
    "/var/lib/app/data-store/Current2/config/Settings/production/index.html",
    "someone.with.a.long.name@mail.example.com", "3.14159265358979323846264338327950288419716",
    "registry.fly.io/ezedit:deployment-01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "ezedit@sha256:\(hexadecimal)", "sha512-\(mixed)", "pk_live_\(mixed.prefix(24))",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP8\(mixed.prefix(30)) me@host",
    "-----BEGIN CERTIFICATE-----\n\(mixed)\n\(mixed)\n-----END CERTIFICATE-----",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0",
    "my-db.c9akciq32k5x.us-east-1.rds.amazonaws.com", "ec2-54-12-3-4.compute-1.amazonaws.com",
    "2847561930-\(hexadecimal.prefix(32)).apps.googleusercontent.com",
    "https://\(hexadecimal.prefix(32))@o4501.ingest.sentry.io/4502", "+49 30 1234567890",
    "*/15 0-6 * * 1-5", "default-src 'self'; img-src https://images.example.com data:",
    "ENABLE_BETA_FEATURES_FOR_ALL_CUSTOMERS_2026", "node_modules/.bin/next-server-v14-2-3-canary-7",
    "America/Argentina/ComodRivadavia", "sk-learn-model-training-pipeline-configuration-2026",
    "task-force-141-respond-to-incident-number-7-of-2026", "--max-old-space-size=4096",
    "fdaa:0:1a2b:a7b:7d:1234:5678:2", "[\"https://a.example.com\",\"https://b.example.com\"]",
    "Pneumonoultramicroscopicsilicovolcanoconiosis", "gpt-4o-mini-2024-07-18",
    "anthropic/claude-3-5-sonnet-20241022", "arn:aws:iam::123456789012:role/EcsTaskExecutionRole",
  ])
  func leavesOrdinaryValuesAlone(text: String) {
    #expect(SecretShape.find(in: text)?.kind == nil)
  }

  @Test func findsNearlyEveryKeyMadeByAMachine() {
    var generator = SystemRandomNumberGenerator()
    let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let hexadecimal = Array("0123456789abcdef")
    var missed = 0
    for _ in 0..<1_000 {
      let key = String((0..<32).compactMap { _ in base64.randomElement(using: &generator) })
      let digest = String((0..<64).compactMap { _ in hexadecimal.randomElement(using: &generator) })
      missed += [key, digest].count { SecretShape.find(in: $0) == nil }
    }
    #expect(missed < 60)
  }

  @Test func listsEveryKindOfTokenOnceAndInOrder() {
    let prefixes = KnownToken.all.map(\.prefix)
    #expect(prefixes == Array(Set(prefixes)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
