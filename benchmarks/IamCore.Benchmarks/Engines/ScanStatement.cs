using IamCore.Policies;

namespace IamCore.Benchmarks.Engines;

/// <summary>A statement whose patterns, principals and conditions were split when it was read.</summary>
internal sealed class ScanStatement
{
    private readonly ScanPattern[] _actions;
    private readonly ScanPattern[] _resources;
    private readonly string[]? _principals;
    private readonly ScanCondition[] _conditions;
    private readonly bool _isNotAction;
    private readonly bool _isNotResource;

    public ScanStatement(Statement statement)
    {
        if (statement.NotPrincipal is not null)
        {
            throw new NotSupportedException("The linear scan does not know NotPrincipal");
        }

        Denies = statement.Effect == Effect.Deny;
        _isNotAction = statement.NotAction is not null;
        _isNotResource = statement.NotResource is not null;
        _actions = Patterns(statement.Action ?? statement.NotAction!, isAction: true);
        _resources = Patterns(statement.Resource ?? statement.NotResource!, isAction: false);
        _principals = PrincipalsOf(statement.Principal);
        var conditions = new List<ScanCondition>();
        foreach (var block in statement.Condition ?? [])
        {
            foreach (var entry in block.Keys)
            {
                conditions.Add(new(block.Operator, entry));
            }
        }

        _conditions = [.. conditions];
    }

    public bool Denies { get; }

    public bool Matches(in AccessRequest request, in ScanRequest names) =>
        AnyMatches(_actions, names.Action) != _isNotAction
        && AnyMatches(_resources, names.Resource) != _isNotResource
        && (_principals is null || NamesAny(_principals, names))
        && AllHold(request.Context);

    private static string[]? PrincipalsOf(PrincipalElement? principal)
    {
        if (principal is null || principal.IsEveryone)
        {
            return null;
        }

        var values = new List<string>();
        foreach (var entry in principal.Entries)
        {
            values.Add(entry.Value);
        }

        return values.Contains("*") ? null : [.. values];
    }

    private static ScanPattern[] Patterns(ValueList<string> values, bool isAction)
    {
        var patterns = new ScanPattern[values.Count];
        for (var i = 0; i < patterns.Length; i++)
        {
            patterns[i] = values[i].Contains("${", StringComparison.Ordinal)
                ? throw new NotSupportedException("The linear scan does not know variables")
                : new(isAction ? values[i].ToLowerInvariant() : values[i]);
        }

        return patterns;
    }

    private static bool AnyMatches(ScanPattern[] patterns, string text)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesAny(string[] principals, in ScanRequest names)
    {
        foreach (var principal in principals)
        {
            if (principal == names.Principal || principal == names.Role || principal == names.Account || principal == names.AccountRoot)
            {
                return true;
            }
        }

        return false;
    }

    private bool AllHold(IRequestContext context)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(context))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The texts of a request, made once a request.</summary>
internal readonly struct ScanRequest(in AccessRequest request)
{
    public readonly string Action = request.Action.ToString().ToLowerInvariant();
    public readonly string Resource = request.Resource.ToString();
    public readonly string Principal = request.Principal.Text;
    public readonly string? Role = request.Principal.PrincipalArn;
    public readonly string Account = request.Principal.Account.ToString();
    public readonly string AccountRoot = $"arn:aws:iam::{request.Principal.Account}:root";
}
