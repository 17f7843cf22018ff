namespace IamCore.Policies.Linting;

/// <summary>What a code of a finding stands for.</summary>
public sealed record FindingRule
{
    internal FindingRule(string code, FindingType type, RulePacks pack, string id, string problem, string repair)
    {
        Code = code;
        Type = type;
        Pack = pack;
        Id = id;
        Problem = problem;
        Repair = repair;
    }

    /// <summary>The code, AWS's own where AWS has one.</summary>
    public string Code { get; }

    /// <summary>The usual type of its findings.</summary>
    public FindingType Type { get; }

    /// <summary>The pack it runs in.</summary>
    public RulePacks Pack { get; }

    /// <summary>The number of the rule in the specification, for example <c>VA-143</c>.</summary>
    public string Id { get; }

    /// <summary>What is wrong, with <c>{arguments}</c> in braces.</summary>
    public string Problem { get; }

    /// <summary>How to repair it.</summary>
    public string Repair { get; }

    /// <summary>Anchor of the page that explains the code, without its base (VA-015).</summary>
    public string LearnMore => (IsOwn ? "iamcore-checks-" : "access-analyzer-reference-policy-checks-") + Type switch
    {
        FindingType.Error => "error-",
        FindingType.SecurityWarning => "security-warning-",
        FindingType.Warning => "general-warning-",
        _ => "suggestion-",
    } + Code.ToLowerInvariant().Replace('_', '-');

    /// <summary>Whether the code is IamCore's rather than AWS's.</summary>
    public bool IsOwn => Code.StartsWith("IAMCORE_", StringComparison.Ordinal);
}
