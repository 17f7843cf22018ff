using IamCore.Policies.Linting.Catalog;
using IamCore.Policies.Linting.Patterns;

namespace IamCore.Policies.Linting.Checks;

/// <summary>ARN formats of a catalog against resource entries of a policy.</summary>
internal static class ArnFormats
{
    /// <summary>Whether some ARN has the format and is matched by the entry.</summary>
    public static bool Intersects(ArnFormat format, ResourcePattern resource, WorkBudget budget)
    {
        if (resource.IsEverything || format.Fields.Length == 0)
        {
            return true;
        }

        for (var i = 1; i < format.Fields.Length; i++)
        {
            if (!PatternAlgebra.Intersects(format.Fields[i], resource.Fields[i], budget))
            {
                return false;
            }
        }

        return true;
    }
}
