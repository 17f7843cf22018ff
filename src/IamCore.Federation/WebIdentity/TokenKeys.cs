using System.Collections.Immutable;
using IamCore.Credentials;

namespace IamCore.Federation.WebIdentity;

/// <summary>The context keys that a token provides (ST-057, ST-058).</summary>
internal sealed class TokenKeys(RegisteredProvider provider, TokenClaims claims, string subject, string audience)
{
    private static readonly string[] OwnKeys = ["aud", "azp", "oaud", "sub", "amr"];

    private bool IsGoogle => provider.Name == RegisteredProvider.Google;

    /// <summary>Returns the context keys for the trust policy.</summary>
    public ImmutableArray<FrozenKey> ForTrust()
    {
        var keys = ForSession().ToBuilder();
        if (claims.Text("azp") is { } party)
        {
            keys.Add(Key("azp", party));
        }

        if (IsGoogle)
        {
            var audiences = claims.TextOrTexts("aud");
            keys.Add(new($"{provider.Name}:oaud", [.. audiences], audiences.Length > 1));
        }

        foreach (var claim in provider.Settings?.ExposedClaims ?? ValueList<string>.Empty)
        {
            if (!OwnKeys.Contains(claim, StringComparer.OrdinalIgnoreCase) && claims.Text(claim) is { } text)
            {
                keys.Add(Key(claim, text));
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>Returns the context keys for the session.</summary>
    public ImmutableArray<FrozenKey> ForSession()
    {
        var keys = ImmutableArray.CreateBuilder<FrozenKey>();
        keys.Add(Key("aud", IsGoogle ? claims.Text("azp") ?? audience : audience));
        keys.Add(Key("sub", subject));
        var methods = claims.TextOrTexts("amr");
        if (!methods.IsEmpty)
        {
            keys.Add(new($"{provider.Name}:amr", [.. methods], IsMultivalued: true));
        }

        return keys.ToImmutable();
    }

    private FrozenKey Key(string claim, string value) => new($"{provider.Name}:{claim}", [value]);
}
