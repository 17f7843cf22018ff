using IamCore.AspNetCore.Principals;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;
using IamCore.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Explaining;

/// <summary>A session as the principal of a what-if question: of a mapped role by its ARN, any other by its token. It brings the tags, policies and context keys that were
/// fixed when it was issued (ST-004).</summary>
internal sealed class AskedSession
{
    private const int MaxListed = 100;

    private readonly Session _session;

    private AskedSession(Session session, PrincipalSession principal)
    {
        _session = session;
        Principal = principal;
    }

    public PrincipalSession Principal { get; }

    /// <summary>Whether a text can be a token: what people mistype is never opened.</summary>
    public static bool MayBeToken(string text) => text.Length > 100 && !text.Contains(':', StringComparison.Ordinal);

    /// <summary>The session that a text is the token or the ARN of; null where it is neither.</summary>
    /// <exception cref="IamException">It has ended, or its role is gone.</exception>
    public static async ValueTask<AskedSession?> FindAsync(string text, HttpContext http)
    {
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            await foreach (var live in LiveAsync(http).ConfigureAwait(false))
            {
                if (live.Principal.Principal.Text == text)
                {
                    return live;
                }
            }

            return null;
        }

        if (!MayBeToken(text) || !SealedState.TryOpen(http.RequestServices.GetRequiredService<IamDirectory>().Credentials.Protector, text, out var state))
        {
            return null;
        }

        return await OfAsync(new Session(state, isExported: true), http).ConfigureAwait(false);
    }

    /// <summary>The ARNs of the sessions of mapped roles, the newest first.</summary>
    public static async ValueTask<List<string>> ListAsync(HttpContext http)
    {
        var arns = new List<string>();
        await foreach (var live in LiveAsync(http).ConfigureAwait(false))
        {
            if (!arns.Contains(live.Principal.Principal.Text, StringComparer.Ordinal))
            {
                arns.Add(live.Principal.Principal.Text);
            }
        }

        return arns;
    }

    /// <summary>Says which session it was, and what no policy can give to its kind (ST-008).</summary>
    public ExplainAnswer Complete(ExplainAnswer answer, ActionName action)
    {
        var keys = Principal.Keys!.OrderBy(key => key.Key.Name, StringComparer.Ordinal).Select(key => $"{key.Key} = {key.Value}");
        var tags = ((IEnumerable<Tag>)Principal.Tags).Select(tag => $"aws:PrincipalTag/{tag.Key} = {tag.Value}");
        answer = answer with { Session = new(_session.Kind.ToString(), _session.Expiration, [.. keys, .. tags]) };
        try
        {
            SessionRestrictions.Check(_session, action);
            return answer;
        }
        catch (IamException restriction)
        {
            return answer with { Decision = "Explicit deny", IsAllowed = false, Because = $"Whatever policies say: {restriction.Message}." };
        }
    }

    private static async IAsyncEnumerable<AskedSession> LiveAsync(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<IIamPrincipalSource>() is not PrincipalSource source)
        {
            yield break;
        }

        foreach (var session in source.LiveSessions.Take(MaxListed))
        {
            AskedSession? asked = null;
            try
            {
                asked = await OfAsync(session, http).ConfigureAwait(false);
            }
            catch (IamException)
            {
                // revoked, or the role is gone: nobody asks in it any more
            }

            if (asked is not null)
            {
                yield return asked;
            }
        }
    }

    private static async ValueTask<AskedSession> OfAsync(Session session, HttpContext http) =>
        new(session, await http.RequestServices.GetRequiredService<CallerAuthorizer>().GetPrincipalAsync(session, http.RequestAborted).ConfigureAwait(false));
}
