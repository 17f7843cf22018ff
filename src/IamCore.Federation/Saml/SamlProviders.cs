using System.Collections.Concurrent;
using System.Collections.Immutable;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Federation.Saml;

/// <summary>Finds the SAML providers of accounts, and caches the keys read from their metadata.</summary>
internal sealed class SamlProviders(IDirectoryStore store, TimeProvider time)
{
    private const int MaxCached = 1_000;

    private readonly ConcurrentDictionary<(ObjectKey Key, long Revision), ImmutableArray<IdpKey>> _keys = new();

    /// <summary>Whether the text is the ARN of a SAML provider.</summary>
    public static bool IsArn(string? text) => NameOf(text) is not null;

    /// <exception cref="IamException">
    /// <c>InvalidIdentityToken</c>: there is no such provider, or its metadata has expired (ID-180).
    /// </exception>
    public async ValueTask<(SamlProvider Provider, ImmutableArray<IdpKey> Keys)> GetAsync(string arn, AccountId account, CancellationToken cancellationToken)
    {
        var found = NameOf(arn) is { } name
            ? await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.SamlProvider(account, name)), cancellationToken).ConfigureAwait(false) : null;
        if (found is not SamlProvider provider || provider.Arn != arn)
        {
            throw SamlErrors.Invalid("Specified provider doesn't exist");
        }

        if (time.GetUtcNow() >= provider.ValidUntil)
        {
            throw SamlErrors.Invalid("The provider's metadata is no longer valid.", "ID-180");
        }

        if (_keys.Count >= MaxCached)
        {
            _keys.Clear();
        }

        return (provider, _keys.GetOrAdd((provider.Key, provider.Revision), static (_, metadata) => IdpMetadata.Read(metadata), provider.Metadata));
    }

    private static string? NameOf(string? text)
    {
        const string Type = "saml-provider/";
        return text is { Length: >= 20 and <= 2048 } && Arn.TryParse(text, out var arn) && arn.Service is "iam" && arn.Region.IsEmpty && AccountId.IsValid(arn.Account)
            && arn.Resource.StartsWith(Type, StringComparison.Ordinal) && arn.Resource.Length > Type.Length
                ? arn.Resource[Type.Length..].ToString() : null;
    }
}
