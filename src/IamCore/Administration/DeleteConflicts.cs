namespace IamCore.Administration;

/// <summary>Collects what prevents a deletion, in the order in which the rule names it (ID-089).</summary>
internal sealed class DeleteConflicts(string rule)
{
    private readonly List<IamErrorDetail> _found = [];

    /// <param name="remedy">What must be done first, as the message puts it.</param>
    /// <param name="subjects">The objects that prevent the deletion.</param>
    public void AddRange(string remedy, IEnumerable<string> subjects) =>
        _found.AddRange(subjects.Select(s => new IamErrorDetail(rule, s, $"must {remedy}")));

    /// <summary>
    /// Throws <c>DeleteConflict</c>, with the first conflict in the message and all of them as details, if any was found.
    /// </summary>
    public void Throw()
    {
        if (_found.Count > 0)
        {
            throw new IamException(IamErrorCode.DeleteConflict, $"Cannot delete entity, {_found[0].Message} first.", [.. _found]);
        }
    }
}
