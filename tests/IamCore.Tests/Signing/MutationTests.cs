using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamCore.Signing;

namespace IamCore.Tests.Signing;

/// <summary>Random changes to valid requests. Whether a changed request is still the same one is decided by a second, plain
/// canonicaliser here, straight from CR-082 to CR-091 and sharing nothing with the library's.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Rounds = 100_000;

    private const string Alphabet = "aA0zZ9%2fF/.;:=&?+ ~-_,é";

    [Fact]
    public void CR_095_no_mutation_verifies_unless_it_is_canonically_the_same_request()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var verifier = SigningFixture.Verifier();
        var originals = Originals().ToArray();
        var same = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Rounds; i++)
        {
            var original = originals[random.Next(originals.Length)];
            var (mutated, kind) = Mutate(original, random);
            if (Authenticates(verifier, mutated))
            {
                var isSame = Plain.TryCanonical(mutated, out var canonical) && Plain.TryCanonical(original, out var expected) && canonical == expected;
                Assert.True(isSame, $"seed {seed}, round {i}: {kind} verified: {mutated.Method} {mutated.Target}\n{string.Join('\n', mutated.Headers.ToArray().Select(h => $"{h.Name}:{h.Value}"))}");
                same[kind] = same.GetValueOrDefault(kind) + 1;
            }
        }

        output.WriteLine($"{same.Values.Sum()} of {Rounds} were canonically the same request:");
        foreach (var (kind, count) in same.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {kind}: {count}");
        }
    }

    [Theory]
    [InlineData("GET /a//b/./c/../?x=1&y=%7e", "GET /a/b/?y=~&x=1")]
    [InlineData("GET /?x", "GET /?x=")]
    [InlineData("GET /?x=%2f", "GET /?x=%2F")]
    [InlineData("GET /?&x=1&", "GET /?x=1")]
    [InlineData("get /", "GET /")]
    public void CR_084_and_CR_085_these_are_one_request(string signed, string sent)
    {
        var host = new RequestHeader("Host", "example.amazonaws.com");
        var (first, second) = (signed.Split(' '), sent.Split(' '));
        var request = new SignableRequest(first[0], first[1], new[] { host }).Signed(SigningFixture.Signer());
        Assert.Null(SigningFixture.Check(SigningFixture.Verifier(), new(second[0], second[1], request.Headers)));
    }

    /// <summary>The whole way: read, look the key up (only one is known), verify.</summary>
    private static bool Authenticates(SignatureVerifier verifier, SignableRequest request) =>
        verifier.TryRead(in request, out var signature, out _)
        && signature.AccessKeyId == SigningFixture.KeyId
        && verifier.TryVerify(in request, in signature, SigningFixture.SecretBytes, out _);

    private static IEnumerable<SignableRequest> Originals()
    {
        var signer = SigningFixture.Signer();
        RequestHeader[] headers =
        [
            new("Host", "example.amazonaws.com"), new("Content-Type", "application/json"), new("X-Amz-Meta-List", "one"),
            new("x-amz-meta-list", "two  three"), new("User-Agent", "test/1.0"),
        ];
        var body = Encoding.UTF8.GetBytes("{\"a\": 1}");
        var plain = new SignableRequest("POST", "/documents/a%20b/c?b=2&a=1&a=%C3%A9&empty=", headers, body);
        yield return plain.Signed(signer);
        yield return plain.Signed(signer, "T0ken==");
        yield return plain.Retarget(_ => signer.Presign(plain, SigningFixture.KeyId, SigningFixture.Secret, TimeSpan.FromHours(1)));
        yield return plain.Retarget(_ => signer.Presign(plain, SigningFixture.KeyId, SigningFixture.Secret, TimeSpan.FromHours(1), "T0ken=="));
    }

    private static (SignableRequest Request, string Kind) Mutate(SignableRequest request, Random random)
    {
        var headers = request.Headers.ToArray();
        var index = random.Next(headers.Length);
        switch (random.Next(9))
        {
            case 0:
                return (new(Edit(request.Method, random), request.Target, headers, request.Body), "method");
            case 1 or 2:
                return (new(request.Method, Edit(request.Target, random), headers, request.Body), "target");
            case 3:
                headers[index] = headers[index] with { Name = Edit(headers[index].Name, random) };
                return (request with { Headers = headers }, "header name");
            case 4 or 5:
                headers[index] = headers[index] with { Value = Edit(headers[index].Value, random) };
                return (request with { Headers = headers }, $"header value of {headers[index].Name.ToLowerInvariant()}");
            case 6:
                var other = random.Next(headers.Length);
                (headers[index], headers[other]) = (headers[other], headers[index]);
                return (request with { Headers = headers }, "header order");
            case 7:
                return (request with { Headers = random.Next(2) == 0 ? (RequestHeader[])[.. headers, headers[index]] : [.. headers[..index], .. headers[(index + 1)..]] }, "header twice or gone");
            default:
                var body = request.Body.ToArray();
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return (new(request.Method, request.Target, headers, body), "body");
        }
    }

    private static string Edit(string text, Random random)
    {
        var at = random.Next(text.Length);
        var c = Alphabet[random.Next(Alphabet.Length)];
        return random.Next(5) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, c.ToString()),
            2 => $"{text[..at]}{(char)(text[at] ^ (1 << random.Next(7)))}{text[(at + 1)..]}",
            3 => $"{text[..at]}{(char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at]))}{text[(at + 1)..]}",
            _ => $"{text[..at]}{c}{text[(at + 1)..]}",
        };
    }

    /// <summary>All that a signature binds, as one text.</summary>
    private static class Plain
    {
        public static bool TryCanonical(SignableRequest request, out string canonical)
        {
            canonical = "";
            var headers = request.Headers.ToArray();
            var authorization = Values(headers, "authorization");
            var mark = request.Target.IndexOf('?', StringComparison.Ordinal);
            var path = mark < 0 ? request.Target : request.Target[..mark];
            var query = (mark < 0 ? "" : request.Target[(mark + 1)..]).Split('&').Where(p => p.Length > 0)
                .Select(p => p.Split('=', 2)).Select(p => (Name: Encode(Decode(p[0])), Value: Encode(Decode(p.Length > 1 ? p[1] : "")))).ToList();
            var parts = authorization.Count == 1
                ? authorization[0].Split(' ', 2)[1].Split(',').Select(p => p.Trim(' ').Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => p[1], StringComparer.Ordinal)
                : query.ToLookup(p => p.Name.Replace("X-Amz-", "", StringComparison.Ordinal), p => Encoding.UTF8.GetString(Decode(p.Value)), StringComparer.Ordinal);
            if (authorization.Count > 1 || !parts["SignedHeaders"].Any() || !parts["Signature"].Any() || !parts["Credential"].Any())
            {
                return false;
            }

            var signed = parts["SignedHeaders"].First();
            var text = new StringBuilder().AppendLine(request.Method.ToUpperInvariant()).AppendLine(Path(path));
            foreach (var (name, value) in query.Where(p => p.Name != "X-Amz-Signature").OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}={value}&");
            }

            foreach (var name in signed.Split(';'))
            {
                text.AppendLine().Append(name).Append(':').AppendJoin(',', Values(headers, name).Select(Collapse));
            }

            text.AppendLine().AppendLine(signed).AppendLine(Convert.ToHexString(SHA256.HashData(request.Body.Span)))
                .AppendLine(parts["Credential"].First()).AppendLine(parts["Signature"].First())
                .AppendLine(authorization.Count == 1 ? authorization[0].Split(' ')[0] : "");
            canonical = text.ToString();
            return true;
        }

        private static string Path(string path)
        {
            var kept = new List<string>();
            foreach (var segment in path.Split('/'))
            {
                if (segment == ".." && kept.Count > 0)
                {
                    kept.RemoveAt(kept.Count - 1);
                }
                else if (segment is not ("" or "." or ".."))
                {
                    kept.Add(Encode(Encoding.UTF8.GetBytes(segment)));
                }
            }

            var endsOpen = path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal);
            return "/" + string.Join('/', kept) + (endsOpen && kept.Count > 0 ? "/" : "");
        }

        private static byte[] Decode(string text)
        {
            var bytes = new List<byte>();
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    bytes.Add(value);
                    i += 2;
                }
                else
                {
                    bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
                }
            }

            return [.. bytes];
        }

        private static string Encode(byte[] bytes) => string.Concat(bytes.Select(b =>
            char.IsAsciiLetterOrDigit((char)b) || "-._~".Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}"));

        private static List<string> Values(RequestHeader[] headers, string name) =>
            [.. headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];

        private static string Collapse(string value) => System.Text.RegularExpressions.Regex.Replace(value.Trim(' ', '\t'), " +", " ");
    }
}
