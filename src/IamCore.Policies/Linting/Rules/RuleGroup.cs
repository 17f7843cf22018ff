namespace IamCore.Policies.Linting.Rules;

/// <summary>Collects the rules of one class as its fields are set.</summary>
internal sealed class RuleGroup
{
    private readonly List<FindingRule> _rules = [];

    /// <summary>The rules so far, in the order they were added.</summary>
    public IReadOnlyList<FindingRule> Rules => _rules;

    public FindingRule Add(string code, FindingType type, RulePacks pack, string id, string problem, string repair)
    {
        var rule = new FindingRule(code, type, pack, id, problem, repair);
        _rules.Add(rule);
        return rule;
    }
}
