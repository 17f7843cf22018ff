using System.Globalization;
using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>What the host supplies and what follows from the request (EV-010).</summary>
internal sealed class CompleteContext
{
    private readonly Dictionary<string, SuppliedValue> _values = new(StringComparer.OrdinalIgnoreCase);     // PL-105

    /// <summary>Code of PL-201 where the supplied context is in error.</summary>
    public string? Error { get; private set; }

    /// <summary>Null where the key is absent.</summary>
    public SuppliedValue? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>Completes the supplied context.</summary>
    public static CompleteContext Of(ReferenceRequest request, Caller caller, string? resourceAccount)
    {
        var context = new CompleteContext();
        foreach (var (key, value) in request.Context)
        {
            if (!context._values.TryAdd(key, value))
            {
                context.Error ??= "DuplicateContextKey";      // PL-106
            }
        }

        var supplied = request.Context.Select(c => c.Key).ToList();
        foreach (var (key, text) in Fixed(caller, resourceAccount))
        {
            context.Fix(key, text);
        }

        context.AddTimes(request.Time);
        foreach (var (key, text) in Yielding(request, caller))
        {
            context._values.TryAdd(key, SuppliedValue.Single(text));
        }

        // The first error in the order of the request (PL-009).
        context.Error ??= supplied.Select(context._errors.GetValueOrDefault).FirstOrDefault(e => e is not null);
        return context;
    }

    private readonly Dictionary<string, string> _errors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>EV-013: a supplied value must be the derived one, as text.</summary>
    private void Fix(string key, string text)
    {
        if (_values.TryGetValue(key, out var supplied) && (supplied.IsArray || supplied.Texts[0] != text))
        {
            _errors[key] = "ContextKeyConflict";
        }

        _values[key] = SuppliedValue.Single(text);
    }

    /// <summary>EV-011 but aws:userid, and aws:ResourceAccount of EV-012: these cannot be overridden (EV-013).</summary>
    private static IEnumerable<(string Key, string Text)> Fixed(Caller caller, string? resourceAccount)
    {
        switch (caller.Kind)
        {
            case PrincipalKind.RootUser:
                yield return ("aws:PrincipalArn", caller.Text);
                yield return ("aws:PrincipalAccount", caller.Account!);
                yield return ("aws:PrincipalType", "Account");
                break;
            case PrincipalKind.User:
                yield return ("aws:PrincipalArn", caller.Text);
                yield return ("aws:PrincipalAccount", caller.Account!);
                yield return ("aws:PrincipalType", "User");
                yield return ("aws:username", caller.Name);
                break;
            case PrincipalKind.Role:
            case PrincipalKind.RoleSession:
                yield return ("aws:PrincipalArn", caller.RoleArn ?? $"arn:{caller.Partition}:iam::{caller.Account}:role/{caller.Name}");
                yield return ("aws:PrincipalAccount", caller.Account!);
                yield return ("aws:PrincipalType", "AssumedRole");
                break;
            case PrincipalKind.FederatedUser:
                yield return ("aws:PrincipalArn", caller.Text);
                yield return ("aws:PrincipalAccount", caller.Account!);
                yield return ("aws:PrincipalType", "FederatedUser");
                break;
            case PrincipalKind.Service:
                yield return ("aws:PrincipalServiceName", caller.Text);
                break;
            case PrincipalKind.Anonymous:
                yield return ("aws:PrincipalAccount", "anonymous");
                yield return ("aws:PrincipalType", "Anonymous");
                break;
        }

        if (caller.Kind != PrincipalKind.Anonymous)
        {
            yield return ("aws:PrincipalIsAWSService", caller.Kind == PrincipalKind.Service ? "true" : "false");
        }

        if (resourceAccount is not null)
        {
            yield return ("aws:ResourceAccount", resourceAccount);
        }
    }

    /// <summary>aws:userid of EV-011 and the keys of EV-012 that give way to a supplied value.</summary>
    private static IEnumerable<(string Key, string Text)> Yielding(ReferenceRequest request, Caller caller)
    {
        switch (caller.Kind)
        {
            case PrincipalKind.RootUser:
                yield return ("aws:userid", caller.Account!);
                break;
            case PrincipalKind.FederatedUser:
                yield return ("aws:userid", $"{caller.Account}:{caller.Name}");
                break;
            case PrincipalKind.Anonymous:
                yield return ("aws:userid", "anonymous");
                break;
        }

        if (request.Resource != "*" && ArnText.Split(request.Resource)[3] is { Length: > 0 } region)
        {
            yield return ("aws:RequestedRegion", region);
        }

        yield return ("aws:ViaAWSService", "false");
        if (caller.Kind is PrincipalKind.Role or PrincipalKind.RoleSession or PrincipalKind.FederatedUser)
        {
            yield return ("aws:MultiFactorAuthPresent", "false");
        }
    }

    /// <summary>EV-012: each of the two times follows from the other where only one is supplied.</summary>
    private void AddTimes(DateTimeOffset time)
    {
        var current = SuppliedInstant("aws:CurrentTime");
        var epoch = SuppliedInstant("aws:EpochTime");
        var ticks = current ?? epoch ?? time.UtcTicks;
        var seconds = Math.DivRem(ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
        {
            seconds--;      // cut towards the past
        }

        var whole = DateTime.UnixEpoch.AddSeconds(seconds);
        _values.TryAdd("aws:CurrentTime", SuppliedValue.Single(whole.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        _values.TryAdd("aws:EpochTime", SuppliedValue.Single(seconds.ToString(CultureInfo.InvariantCulture)));
    }

    private long? SuppliedInstant(string key)
    {
        if (!_values.TryGetValue(key, out var supplied))
        {
            return null;
        }

        var ticks = supplied.IsArray ? null : DateText.Parse(supplied.Texts[0]);
        if (ticks is null)
        {
            _errors[key] = "InvalidContextValue";
        }

        return ticks;
    }
}
