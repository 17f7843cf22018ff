using System.Globalization;
using System.Security.Cryptography;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>A valid token with something changed anywhere (ST-054). None is taken: its three parts are signed or the signature, and each has one form.</summary>
public sealed class TokenMutationTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\t{}\"é";

    /// <summary>How many; more by <c>IAMCORE_MUTATIONS</c>.</summary>
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("IAMCORE_MUTATIONS") ?? "3000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task SC_106_ST_054_no_mutation_of_a_token_is_taken()
    {
        using var f = await WebFixture.NewAsync();
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        f.Idp.Publish("ec", ec, "P-256");
        string[] tokens = [f.Token(), TestIssuer.Token(f.Claims(), ec, "ec", "ES256")];
        foreach (var token in tokens)
        {
            Assert.NotNull(await f.AssumeAsync(token));
        }

        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        for (var i = 0; i < Count; i++)
        {
            var token = tokens[i % 2];
            var mutant = Mutate(token, random);
            if (mutant == token)
            {
                continue;
            }

            var refusal = await Record.ExceptionAsync(() => f.AssumeAsync(mutant));
            Assert.True(
                refusal is IamException { ErrorCode: IamErrorCode.InvalidIdentityToken or IamErrorCode.ValidationError },
                $"seed {seed}, mutation {i}: {refusal?.Message ?? "taken"}: {mutant}");
        }
    }

    /// <summary>One to three changes: a character replaced, dropped, doubled, put in, two swapped, a part moved, the end cut off.</summary>
    private static string Mutate(string token, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0 && token.Length > 1; changes--)
        {
            var at = random.Next(token.Length);
            var other = random.Next(token.Length);
            var letter = Letters[random.Next(Letters.Length)];
            token = random.Next(7) switch
            {
                0 => $"{token[..at]}{letter}{token[(at + 1)..]}",
                1 => token.Remove(at, 1),
                2 => token.Insert(at, token[at].ToString()),
                3 => token.Insert(at, letter.ToString()),
                4 => Swap(token, at, other),
                5 => token[^Math.Min(token.Length - 1, random.Next(1, 30))..] is var end ? token[..^end.Length].Insert(Math.Min(at, token.Length - end.Length), end) : token,
                _ => token[..^random.Next(1, Math.Min(8, token.Length))],
            };
        }

        return token;
    }

    private static string Swap(string token, int at, int other)
    {
        var letters = token.ToCharArray();
        (letters[at], letters[other]) = (letters[other], letters[at]);
        return new string(letters);
    }
}
