using System.Text.Json;
using IamCore.Callers;
using IamCore.Credentials.Secrets;

namespace IamCore.Sessions;

/// <summary>Encodes the reasons of denied requests as sealed text, which only those allowed to know them can decode (ST-095).</summary>
internal sealed class AuthorizationMessages(IamDirectory directory, CallerResolver callers)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public async ValueTask<string> EncodeAsync(
        Caller caller, ActionName action, ResourceName resource, AccessResult result, IRequestContext? context, ValueList<string> keys, CancellationToken cancellationToken)
    {
        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        var layered = new LayeredContext(resolved.Context, new SessionContext(resolved.Context, context ?? RequestContext.Empty));
        var message = new AuthorizationMessage
        {
            IsAllowed = result.IsAllowed,
            IsExplicitDeny = result.Decision.Decision == Decision.ExplicitDeny,
            Principal = resolved.Arn,
            Action = action.ToString(),
            Resource = resource.ToString(),
            Context = ((IEnumerable<string>)keys).Select(key => (Key: key, Value: layered.Find(ContextKey.Of(key))))
                .Where(pair => !pair.Value.IsAbsent).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            Account = caller.Account.ToString(),
            Time = directory.Options.TimeProvider.GetUtcNow(),
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(message, AuthorizationMessageJsonContext.Default.AuthorizationMessage);
        return SealedText.Seal(directory.Credentials.Protector, SecretPurpose.AuthorizationMessage, json);
    }

    /// <exception cref="IamException">
    /// <c>AccessDenied</c>: the caller may not. <c>InvalidAuthorizationMessageException</c>: altered, more than 24 hours old, or of
    /// another account.
    /// </exception>
    public async ValueTask<AuthorizationMessage> DecodeAsync(Caller caller, string encoded, CancellationToken cancellationToken)
    {
        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        var now = directory.Options.TimeProvider.GetUtcNow();
        // Root signed in with a long-term key needs no permission to read about its own account.
        if (!caller.IsRoot || caller is Session)
        {
            CallerDecision.Check(resolved, "sts:DecodeAuthorizationMessage", "*", RequestContext.Empty, now, "ST-095");
        }

        return SealedText.TryOpen(directory.Credentials.Protector, SecretPurpose.AuthorizationMessage, encoded, out var json)
            && JsonSerializer.Deserialize(json, AuthorizationMessageJsonContext.Default.AuthorizationMessage) is { } message
            && message.Account == caller.Account.ToString() && now - message.Time < Life
            ? message
            : throw new IamException(IamErrorCode.InvalidAuthorizationMessageException, "Message is not valid", "ST-095");
    }
}
