namespace IamCore.Policies.Linting.Model;

/// <summary>Which nodes the parser found fault with.</summary>
internal sealed class FaultMap
{
    private readonly HashSet<int> _values = [];
    private readonly HashSet<int> _names = [];

    public void AddValue(int node) => _values.Add(node);

    public void AddName(int node) => _names.Add(node);

    /// <summary>Whether the value is at fault.</summary>
    public bool IsValueFaulty(int node) => _values.Count != 0 && _values.Contains(node);

    /// <summary>Whether the name is at fault.</summary>
    public bool IsNameFaulty(int node) => _names.Count != 0 && _names.Contains(node);
}
