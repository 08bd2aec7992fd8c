#include "ui/form/policy_label.h"

namespace keywright {

QString policyLabel(const KeyPolicy &policy, QString KeyPolicy::Labels::*which, const QString &own) {
    const QString &label = policy.labels.*which;
    return label.isEmpty() ? own : policyWords(policy, label);
}

QString fieldLabel(const KeyPolicy &policy, QString KeyPolicy::Labels::*which, const QString &own) {
    if ((policy.labels.*which).isEmpty())
        return own;
    return u'&' + policyLabel(policy, which, own).replace(u'&', QStringLiteral("&&"));
}

} // namespace keywright
